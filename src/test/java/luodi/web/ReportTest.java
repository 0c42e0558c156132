package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reports as HTML and PDF: they say what the screening says, to the letter. */
class ReportTest {
  /**
   * An organic chemicals plant with an outfall, outside any park: prohibited, with much to tell.
   */
  static final String CHEMICALS =
      """
      {"industry": "2614", "as_of": "2026-11-24", "facts": {"activity": "new"},
       "site": {"type": "FeatureCollection", "features": [
         {"type": "Feature", "properties": {"part": "plot"}, "geometry": {"type": "Polygon",
           "coordinates": [[[106.20, 38.40], [106.21, 38.40], [106.21, 38.408], [106.20, 38.41], [106.20, 38.40]]]}},
         {"type": "Feature", "properties": {"part": "outfall"}, "geometry": {"type": "Point",
           "coordinates": [106.215, 38.404]}}]}}""";

  @Test
  void each_reason_stands_in_the_page_to_the_letter_and_in_its_order() throws Exception {
    JsonNode reasons = screening(CHEMICALS).path("reasons");
    Document page = page(html(CHEMICALS));

    List<String> rules = texts(page, "p", "about", "span", "rule");
    assertThat(rules).isEqualTo(each(reasons, "/rule"));
    String text = page.getDocumentElement().getTextContent();
    for (JsonNode reason : reasons) {
      assertThat(text).contains(reason.path("title_zh").asText());
      for (String told : List.of("condition", "approver", "deliverable", "cure", "suspended_by")) {
        assertThat(text).contains(reason.path(told).asText(""));
      }
      for (JsonNode law : reason.path("citations")) {
        assertThat(texts(page, "blockquote")).contains(law.path("text").asText());
        assertThat(text).contains(law.path("document").asText(), law.path("number").asText(""));
      }
    }
  }

  @Test
  void the_verdict_stands_first_and_what_is_synthetic_or_recalled_is_said() throws Exception {
    JsonNode decision = screening(CHEMICALS).path("decision");
    Document page = page(html(CHEMICALS));
    String text = page.getDocumentElement().getTextContent();

    assertThat(texts(page, "h1")).containsExactly(decision.path("headline_zh").asText());
    assertThat(text).contains(decision.path("headline_en").asText());
    assertThat(texts(page, "h2").get(0)).startsWith("输入");
    assertThat(text.indexOf("含合成数据")).isBetween(0, text.indexOf("理由"));
    assertThat(text).contains("凭记忆记录，须核对原文", "人工复核", "复核人（签字）", "初步筛查结论，不替代行政许可");
    decision
        .path("editions")
        .properties()
        .forEach(edition -> assertThat(text).contains(edition.getValue().asText()));
    assertThat(text).contains(decision.path("rulebook").asText(), decision.path("atlas").asText());
  }

  @Test
  void the_page_needs_no_other_file_and_draws_the_site() throws Exception {
    Answered answer = post(CHEMICALS, "html");
    Document page = page(answer.text());

    assertThat(answer.text()).doesNotContain("<script", "<link", "<img", "url(", "@import");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("path").getLength()).isGreaterThan(5);
  }

  @Test
  void the_same_question_gives_the_same_page_and_the_same_pdf() {
    assertThat(post(CHEMICALS, "html").bytes()).isEqualTo(post(CHEMICALS, "html").bytes());
    assertThat(post(CHEMICALS, "pdf").bytes()).isEqualTo(post(CHEMICALS, "pdf").bytes());
  }

  @Test
  void the_pdf_can_be_read_back_and_its_fonts_travel_with_it() {
    JsonNode screening = screening(CHEMICALS);
    Answered answer = post(CHEMICALS, "pdf");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    String text = withoutBreaks(textOf(answer.bytes()));
    assertThat(text).contains(withoutBreaks(screening.at("/decision/headline_zh").asText()));
    for (JsonNode reason : screening.path("reasons")) {
      assertThat(text).contains(withoutBreaks(reason.path("rule").asText()));
      assertThat(text).contains(withoutBreaks(reason.path("title_zh").asText()));
      assertThat(text).contains(withoutBreaks(reason.at("/citation/number").asText("")));
      assertThat(text).contains(withoutBreaks(reason.at("/citation/text").asText()));
    }
    assertThat(fontsThatAreNotEmbedded(answer.bytes())).isEmpty();
  }

  @Test
  void a_kept_screening_names_its_report_which_is_that_of_the_project() {
    JsonNode kept =
        Answered.send(
                "POST",
                "/screenings",
                CHEMICALS.replaceFirst("\\{", "{\"store\": true, "),
                "Content-Type",
                "application/json")
            .json();
    String address = kept.at("/links/report").asText();
    Answered page = Answered.get(address + "?f=html");

    assertThat(address).isEqualTo("/screenings/" + kept.path("id").asText() + "/report");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.bytes()).isEqualTo(Answered.get(address).bytes());
    assertThat(page.text().replaceAll("<tr><th scope=\"row\">存档</th>.*\n", ""))
        .isEqualTo(html(CHEMICALS));
    assertThat(textOf(Answered.get(address + "?f=pdf").bytes())).contains("人工复核");
    assertThat(Answered.get(address, "Accept", "application/pdf").header("Content-Type"))
        .isEqualTo("application/pdf");
  }

  @Test
  void what_a_user_wrote_is_text_and_never_markup() throws Exception {
    String wicked =
        CHEMICALS.replace(
            "\"activity\": \"new\"",
            "\"activity\": \"new\", \"product\": \"<script>alert('1')</script>&lt;\\u0000\\u0007\"");
    Answered answer = post(wicked, "html");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).doesNotContain("<script");
    assertThat(page(answer.text()).getDocumentElement().getTextContent())
        .contains("<script>alert('1')</script>&lt;\uFFFD\uFFFD");
    assertThat(post(wicked, "pdf").status()).isEqualTo(200);
  }

  @Test
  void ground_that_was_only_declared_has_a_report_without_a_map() throws Exception {
    String declared =
        """
        {"industry": "1811", "as_of": "2026-11-24", "adcode": "640106",
         "declared": [{"layer": "env-unit", "class": "key", "relation": "overlap"},
                      {"layer": "*", "relation": "none"}]}""";
    Document page = page(html(declared));

    assertThat(page.getElementsByTagName("svg").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent()).contains("申报，未经量测");
    assertThat(post(declared, "pdf").status()).isEqualTo(200);
  }

  @Test
  void a_report_is_html_or_pdf_and_nothing_else() {
    assertThat(post(CHEMICALS, "docx").status()).isEqualTo(400);
    assertThat(Answered.get("/screenings/" + "0".repeat(64) + "/report").status()).isEqualTo(404);
  }

  static Answered post(String project, String form) {
    return Answered.send("POST", "/report?f=" + form, project, "Content-Type", "application/json");
  }

  private static String html(String project) {
    Answered answer = post(project, "html");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text();
  }

  private static JsonNode screening(String project) {
    return Answered.send("POST", "/screenings", project, "Content-Type", "application/json").json();
  }

  /** A page is well-formed XML but for its document type. */
  static Document page(String html) throws Exception {
    byte[] xml = html.replaceFirst("<!DOCTYPE html>", "").getBytes("UTF-8");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  static List<String> texts(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static List<String> texts(
      Document page, String outer, String outerClass, String inner, String innerClass) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = page.getElementsByTagName(inner);
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      Element parent = (Element) node.getParentNode();
      if (node.getAttribute("class").equals(innerClass)
          && parent.getTagName().equals(outer)
          && parent.getAttribute("class").equals(outerClass)) {
        texts.add(node.getTextContent());
      }
    }
    return texts;
  }

  private static List<String> each(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.at(pointer).asText()));
    return texts;
  }

  private static String textOf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isPositive();
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Lines break where the paper ends, which is no part of the text. */
  private static String withoutBreaks(String text) {
    return text.replaceAll("\\s", "");
  }

  private static TreeSet<String> fontsThatAreNotEmbedded(byte[] pdf) {
    TreeSet<String> bare = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          if (!font.isEmbedded()) {
            bare.add(font.getName());
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return bare;
  }
}
