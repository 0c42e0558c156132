package luodi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Provinces, prefectures and counties, looked up as people call them. */
class DivisionsTest {
  @Test
  void a_prefecture_is_found_by_its_name() {
    JsonNode found = first("/divisions?q=%E4%B8%9C%E8%8E%9E"); // 东莞

    assertThat(found.path("adcode").asText()).isEqualTo("441900");
    assertThat(found.path("full_name").asText()).isEqualTo("广东省东莞市");
    assertThat(found.path("level").asText()).isEqualTo("prefecture");
  }

  @Test
  void a_county_is_found_by_its_code() {
    JsonNode found = first("/divisions?q=640104");

    assertThat(found.path("full_name").asText()).isEqualTo("宁夏回族自治区银川市兴庆区");
    assertThat(found.path("level").asText()).isEqualTo("county");
  }

  @Test
  void a_province_comes_before_what_lies_in_it() {
    assertThat(first("/divisions?q=%E6%B1%9F%E8%8B%8F").path("adcode").asText()) // 江苏
        .isEqualTo("320000");
  }

  @Test
  void what_is_nowhere_is_an_empty_list_and_no_problem() {
    Answered answer = Answered.get("/divisions?q=Atlantis");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("divisions")).isEmpty();
  }

  @Test
  void the_length_of_the_list_is_the_askers() {
    assertThat(Answered.get("/divisions?q=%E5%B8%82&limit=3").json().path("divisions")).hasSize(3);
    assertThat(Answered.get("/divisions?limit=0").status()).isEqualTo(400);
  }

  private static JsonNode first(String path) {
    return Answered.get(path).json().path("divisions").path(0);
  }
}
