package luodi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.fault.Fault;
import luodi.ingest.edition.Ingest;
import luodi.ingest.edition.Manifest;
import luodi.rule.Rulebook;
import luodi.score.Indicators;
import luodi.web.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an edition of a layer of a file. */
@Command(
    name = "ingest",
    description =
        "Reads a Shapefile (zipped or not), GeoPackage, GeoJSON, FlatGeobuf or CSV as an edition of a layer; without --layer a CSV of indicators.",
    footer = {
      "",
      "A layer needs a manifest: title_zh, title_en (for a display layer), source, licence, accuracy_m, exact, coverage.",
      "It is read from --manifest FILE, or from FILE.manifest.json or NAME.manifest.json beside the data; flags go before it.",
      "docs/formats.md tells all members and what is done with which file.",
      "Indicators have the columns place,factor,value,unit,source,year; docs/indicators.md tells their units."
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The data.")
  private Path file;

  @Option(
      names = "--layer",
      description =
          "A layer of the vocabulary (eco-redline, env-unit …), or a new display layer; without it FILE holds indicators.")
  private String layer;

  @Option(names = "--manifest", description = "The layer's manifest as a JSON file.")
  private Path manifest;

  @Option(
      names = "--crs",
      description = "EPSG:4490, EPSG:4526, GCJ-02 …; default: what the file says.")
  private String crs;

  @Option(
      names = "--datum-shift",
      description = "The surveyors' parameters for Beijing 1954 or Xian 1980: 3 or 7 numbers.")
  private String datumShift;

  @Option(
      names = "--edition",
      description = "The edition's name, such as 2026.1 (default: the day).")
  private String edition;

  @Option(names = "--title-zh", description = "The layer's title in Chinese.")
  private String titleZh;

  @Option(names = "--title-en", description = "The layer's title in English.")
  private String titleEn;

  @Option(names = "--source", description = "Who says so.")
  private String source;

  @Option(names = "--licence", description = "Under which the layer travels.")
  private String licence;

  @Option(names = "--accuracy-m", description = "Positional accuracy in metres.")
  private String accuracyM;

  @Option(names = "--exact", arity = "1", description = "true, or false for an indicative layer.")
  private String exact;

  @Option(
      names = "--coverage",
      description = "A GeoJSON file with the polygon where the layer is complete, or none.")
  private String coverage;

  @Option(
      names = "--tiles",
      arity = "1",
      description = "true when zones must leave no gaps and not overlap.")
  private String tiles;

  @Option(
      names = "--encoding",
      description = "Of the file's text, such as GBK (default: found out).")
  private String encoding;

  @Option(names = "--table", description = "Which table or file within FILE.")
  private String table;

  @Option(names = "--id-column", description = "The column of the zones' ids.")
  private String idColumn;

  @Option(names = "--name-column", description = "The column of the zones' names.")
  private String nameColumn;

  @Option(names = "--publish", description = "Publishes the edition when its checks have passed.")
  private boolean publish;

  @Option(
      names = "--accept",
      description = "Accepts what the checks found, such as rows that were left out.")
  private boolean accept;

  @Option(names = "--report", description = "Writes the whole report as JSON.")
  private Path report;

  @Mixin private GroundOptions at;

  @Override
  public Integer call() {
    Settings settings = at.settings();
    if (layer == null) {
      return indicators(new IndicatorFolder(settings.data()));
    }
    Wiring wiring = at.wiring();
    Rulebook rulebook = Rulebook.load();
    Manifest told = Manifest.read(told(), layer, rulebook.words().layer(layer));
    try (AtlasStore store = wiring.store()) {
      Progress progress = new Progress(spec.commandLine().getErr());
      Ingest ingest =
          new Ingest(
              Wiring.formats(),
              store,
              rulebook.words(),
              (what, share) -> progress.tell(what, (long) (share * 1000), 1000));
      LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
      Ingest.Outcome outcome = ingest.run(new Ingest.Order(file, layer, told, today, accept));
      write(outcome.report().json());
      Edition made = outcome.edition();
      if (publish && made.state() == Edition.State.CHECKED) {
        store.publish(layer, made.layer().edition());
        made = store.edition(layer, made.layer().edition());
      }
      IngestShown.print(spec.commandLine().getOut(), made, outcome.report());
      if (publish && !made.current()) {
        throw Fault.CONFLICT.because(
            "Edition '%s' of layer '%s' is kept as a draft and was not published: %s. Mend the data and ingest it again, or accept it with --accept.",
            made.layer().edition(), layer, String.join("; ", outcome.report().findings()));
      }
      return 0;
    }
  }

  private int indicators(IndicatorFolder folder) {
    if (!file.getFileName().toString().endsWith(".csv")) {
      throw Fault.BAD_PARAMETER.because(
          "--layer is missing: of which layer is '%s'? Only a CSV of indicators goes without.",
          file);
    }
    Indicators brought = folder.keep(file);
    spec.commandLine()
        .getOut()
        .printf(
            "%d indicators of %s are kept; a server that runs reads them when it is started again.%n",
            brought.size(), String.join(", ", brought.factors()));
    return 0;
  }

  private void write(JsonNode json) {
    if (report != null) {
      try {
        Files.writeString(report, Json.indented(json) + "\n");
      } catch (IOException unwritable) {
        throw Fault.UNAVAILABLE
            .because("The report cannot be written to '%s'.", report)
            .causedBy(unwritable);
      }
    }
  }

  /** The manifest's file with the flags over it. */
  private JsonNode told() {
    ObjectNode node =
        manifestFile().map(IngestCommand::read).orElseGet(JsonNodeFactory.instance::objectNode);
    TreeMap<String, String> flags = new TreeMap<>();
    Luodi.flag(flags, "crs", crs);
    Luodi.flag(flags, "datum_shift", datumShift);
    Luodi.flag(flags, "edition", edition);
    Luodi.flag(flags, "title_zh", titleZh);
    Luodi.flag(flags, "title_en", titleEn);
    Luodi.flag(flags, "source", source);
    Luodi.flag(flags, "licence", licence);
    Luodi.flag(flags, "accuracy_m", accuracyM);
    Luodi.flag(flags, "exact", exact);
    Luodi.flag(flags, "tiles", tiles);
    Luodi.flag(flags, "encoding", encoding);
    Luodi.flag(flags, "table", table);
    flags.forEach(node::put);
    if (coverage != null) {
      if (coverage.equals("none")) {
        node.put("coverage", "none");
      } else {
        node.set("coverage", read(Path.of(coverage)));
      }
    }
    column(node, "id", idColumn);
    column(node, "name", nameColumn);
    return node;
  }

  private static void column(ObjectNode node, String use, String column) {
    if (column != null) {
      node.withObjectProperty("columns").put(use, column);
    }
  }

  private Optional<Path> manifestFile() {
    if (manifest != null) {
      return Optional.of(manifest);
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return Stream.of(name, dot < 0 ? name : name.substring(0, dot))
        .map(stem -> file.resolveSibling(stem + ".manifest.json"))
        .filter(Files::exists)
        .findFirst();
  }

  private static ObjectNode read(Path json) {
    try {
      if (Json.read(Files.readAllBytes(json)) instanceof ObjectNode node) {
        return node;
      }
    } catch (IOException unreadable) {
      throw Fault.NOT_FOUND.because("There is no file '%s'.", json).causedBy(unreadable);
    }
    throw Fault.BAD_PARAMETER.because("'%s' holds no JSON object.", json);
  }
}
