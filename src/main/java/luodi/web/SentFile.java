package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import luodi.fault.Fault;

/**
 * A file that came with its manifest as {@code multipart/form-data}, kept in a folder of its own
 * until its job is over.
 */
record SentFile(Keeper.Upload upload, boolean publish, Path folder) {
  private static final Set<String> FIELDS = Set.of("file", "manifest", "publish", "accept");

  /** Receives the fields {@code file}, {@code manifest}, {@code publish} and {@code accept}. */
  static SentFile receive(Context context, String layer) {
    if (!context.isMultipartFormData()) {
      throw Fault.UNSUPPORTED_MEDIA_TYPE.because(
          "Send the data as multipart/form-data with the fields file and manifest: curl -F file=@redline.zip -F manifest=@redline.json.");
    }
    TreeSet<String> fields = new TreeSet<>(context.formParamMap().keySet());
    fields.addAll(context.uploadedFileMap().keySet());
    fields.removeAll(FIELDS);
    if (!fields.isEmpty()) {
      throw Fault.UNKNOWN_PARAMETER.because(
          "There is no field '%s' here; there are %s.", fields.first(), new TreeSet<>(FIELDS));
    }
    List<UploadedFile> files = context.uploadedFiles("file");
    if (files.size() != 1) {
      throw Fault.BAD_BODY.because(
          "One file was wanted in the field 'file', and %d came; pack a shapefile's files into a ZIP.",
          files.size());
    }
    JsonNode manifest = manifest(context);
    boolean publish = truth(context, "publish");
    boolean accept = truth(context, "accept");
    return kept(files.get(0), new Keeper.Upload(Path.of("."), layer, manifest, accept), publish);
  }

  /** Deletes the file with its folder. */
  void delete() {
    try {
      Files.deleteIfExists(upload.file());
      Files.deleteIfExists(folder);
    } catch (IOException undeletable) {
      throw Fault.UNAVAILABLE.because("A received file cannot be deleted.").causedBy(undeletable);
    }
  }

  private static SentFile kept(UploadedFile file, Keeper.Upload about, boolean publish) {
    try (InputStream in = file.content()) {
      Path folder = Files.createTempDirectory("luodi-upload");
      Path kept = folder.resolve(harmless(file.filename()));
      SentFile sent =
          new SentFile(
              new Keeper.Upload(kept, about.layer(), about.manifest(), about.accept()),
              publish,
              folder);
      try {
        Files.copy(in, kept);
        return sent;
      } catch (IOException failed) {
        sent.delete();
        throw failed;
      }
    } catch (IOException failed) {
      throw Fault.UNAVAILABLE.because("The file cannot be kept here.").causedBy(failed);
    }
  }

  /** The end of a name, by which its format is known, without anything that leads elsewhere. */
  private static String harmless(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
    return "sent_" + plain.substring(Math.max(0, plain.length() - 80));
  }

  private static JsonNode manifest(Context context) {
    String field = context.formParam("manifest");
    if (field != null) {
      return Json.read(field.getBytes(StandardCharsets.UTF_8));
    }
    UploadedFile file = context.uploadedFile("manifest");
    if (file == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    try (InputStream in = file.content()) {
      return Json.read(in.readAllBytes());
    } catch (IOException unreadable) {
      throw Fault.BAD_BODY.because("The manifest cannot be read.").causedBy(unreadable);
    }
  }

  private static boolean truth(Context context, String field) {
    String text = context.formParam(field);
    if (text != null && !text.matches("true|false")) {
      throw Fault.BAD_PARAMETER.because("Field '%s' is '%s'; give true or false.", field, text);
    }
    return "true".equals(text);
  }
}
