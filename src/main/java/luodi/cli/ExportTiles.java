package luodi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luodi.atlas.Atlas;
import luodi.atlas.Layer;
import luodi.fault.Fault;
import luodi.geo.Bbox;
import luodi.siting.Landscape;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;
import luodi.tile.PmTiles;
import luodi.tile.Pyramid;
import luodi.web.Desk;
import luodi.web.Json;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a map as one file that any web server can serve. */
@Command(
    name = "tiles",
    description =
        "Writes layers, or with --industry the verdicts on a project, as PMTiles: one file that any web server can serve.",
    mixinStandardHelpOptions = true)
final class ExportTiles implements Callable<Integer> {
  private static final int LAST = 12;
  private static final int LAST_PICTURE = 10;

  /** At zoom 14 a unit of a tile is 0.6 m. */
  static final int DEEPEST = 14;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "LAYER",
      description = "Layers by their ids, each a layer of the vector tiles (default: all).")
  private List<String> layers = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A .pmtiles file.")
  private Path out;

  @Option(
      names = "--industry",
      description = "GB/T 4754-2017 code, such as 3011: verdicts on it instead of layers.")
  private String industry;

  @Option(
      names = "--format",
      paramLabel = "png|mvt",
      description = "Of verdicts: pictures (default), or polygons from zoom 8 on.")
  private Format format = Format.png;

  @Option(
      names = "--bbox",
      paramLabel = "WEST,SOUTH,EAST,NORTH",
      description = "Only this ground, degrees (default: all).")
  private String bbox;

  @Option(names = "--min-zoom", description = "Default 0; 8 for polygons of verdicts.")
  private Integer minZoom;

  @Option(names = "--max-zoom", description = "Default 12; 10 for pictures of verdicts.")
  private Integer maxZoom;

  @Mixin private ProjectOptions project;

  @Mixin private GroundOptions at;

  @Mixin private LawOptions law;

  private enum Format {
    png,
    mvt
  }

  @Override
  public Integer call() {
    Wiring wiring = at.wiring(law);
    Desk desk = wiring.desk(wiring.storedGround());
    if (industry == null) {
      write(new TileMaps.Layers(desk, chosen(desk.atlas())), 0, LAST);
    } else if (!layers.isEmpty()) {
      throw Fault.BAD_PARAMETER.because(
          "Layers and --industry came together; give layers, or an industry for its verdicts.");
    } else {
      Proposal proposal = ProposalReader.readWithoutSite(project.project(industry), desk.today());
      boolean pictures = format == Format.png;
      write(
          new TileMaps.Verdicts(
              desk,
              wiring.landscape(desk),
              proposal,
              pictures ? PmTiles.Kind.PNG : PmTiles.Kind.MVT),
          pictures ? 0 : Landscape.FIRST_WITH_SHAPES,
          pictures ? LAST_PICTURE : LAST);
    }
    return 0;
  }

  private List<String> chosen(Atlas atlas) {
    for (String id : layers) {
      if (atlas.layer(id).isEmpty()) {
        throw Fault.NOT_FOUND.because("There is no layer '%s'; bin/luodi ground lists all.", id);
      }
    }
    return layers.isEmpty() ? atlas.layers().stream().map(Layer::id).toList() : layers;
  }

  private void write(TileMaps.Told map, int usualFirst, int usualLast) {
    int first = Optional.ofNullable(minZoom).orElse(usualFirst);
    int last = Optional.ofNullable(maxZoom).orElse(Math.max(first, usualLast));
    if (first < usualFirst || last < first || last > DEEPEST) {
      throw Fault.BAD_PARAMETER.because(
          "The zooms %d to %d came; give a first one from %d on, and a last one that is not below it and at most %d.",
          first, last, usualFirst, DEEPEST);
    }
    Envelope ground = within(map.bounds());
    if (ground.isNull()) {
      throw Fault.BAD_PARAMETER.because(
          "Nothing of what is to be drawn lies %s; give another --bbox, or layers that have zones.",
          bbox == null ? "anywhere" : "in " + bbox);
    }
    Progress bar = new Progress(spec.commandLine().getErr());
    try (PmTiles archive = PmTiles.to(out)) {
      new Pyramid(map, ground, first, last)
          .into(archive, (zoom, done, all) -> bar.tell("drawing zoom " + zoom, done, all));
      archive.finish(
          new PmTiles.Description(map.kind(), first, last, ground, Json.write(map.metadata())));
      spec.commandLine().getOut().printf("%d tiles lie in %s%n", archive.count(), out);
    } catch (IOException unwritable) {
      throw Fault.UNAVAILABLE
          .because("'%s' cannot be written: %s.", out, unwritable.getMessage())
          .causedBy(unwritable);
    }
  }

  private Envelope within(Envelope all) {
    if (bbox == null) {
      return all;
    }
    return Bbox.parse(bbox)
        .orElseThrow(
            () ->
                Fault.BAD_PARAMETER.because(
                    "'%s' is no bbox; give west,south,east,north in degrees, such as 106,38,106.2,38.2.",
                    bbox))
        .intersection(all);
  }
}
