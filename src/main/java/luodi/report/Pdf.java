package luodi.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import luodi.fault.Fault;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as PDF, fonts embedded. The same page gives the same bytes: its day is that of the law,
 * not of the printing. Nothing that a page names is ever fetched.
 */
final class Pdf {
  private static final String FAMILY = "Noto Sans SC";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** When a document was made, in its XMP. */
  private static final Pattern PRINTED =
      Pattern.compile("<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\\1>");

  /** A font takes tens of megabytes while it is read; who comes later waits. */
  private static final Semaphore ROOM = new Semaphore(Runtime.getRuntime().availableProcessors());

  static {
    XRLog.setLoggingEnabled(false);
  }

  private final Typeface typeface;
  private final Optional<Drawing> drawing;
  private final String day;

  Pdf(Typeface typeface, Optional<Drawing> drawing, String day) {
    this.typeface = typeface;
    this.drawing = drawing;
    this.day = day;
  }

  byte[] of(String xhtml) {
    ROOM.acquireUninterruptibly();
    try {
      return printed(xhtml);
    } finally {
      ROOM.release();
    }
  }

  private byte[] printed(String xhtml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder(parsed(xhtml)).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      dated(document);
      document.save(bytes);
      document.close();
    } catch (IOException broken) {
      throw Fault.INTERNAL.because("The PDF could not be written.").causedBy(broken);
    }
    return bytes.toByteArray();
  }

  private PdfRendererBuilder builder(Document page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(page, null);
    builder.useUriResolver((base, address) -> null);
    builder.withProducer("Luodi");
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(
        () -> Typeface.open(typeface.regular()), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> Typeface.open(typeface.bold()), FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.useSVGDrawer(new Hand(drawing));
    return builder;
  }

  private static Document parsed(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("a template is not well-formed", broken);
    }
  }

  /** The renderer writes the moment of printing in two places. */
  private void dated(PDDocument document) throws IOException {
    Calendar midnight = GregorianCalendar.from(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(midnight);
    document.getDocumentInformation().setModificationDate(midnight);
    document.setDocumentId(1L);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String told = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String dated = PRINTED.matcher(told).replaceAll("<xmp:$1>" + day + "T00:00:00+00:00</xmp:$1>");
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }
}
