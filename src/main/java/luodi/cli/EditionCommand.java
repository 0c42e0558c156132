package luodi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import luodi.atlas.AtlasStore;
import luodi.atlas.Edition;
import luodi.atlas.Layer;
import luodi.ingest.edition.Publishing;
import luodi.web.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks after the editions of a layer. */
@Command(
    name = "edition",
    description = "Lists, shows, publishes and withdraws editions of layers.",
    mixinStandardHelpOptions = true)
final class EditionCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "list",
      description = "Lists the editions of a layer, or the current edition of every layer.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--layer", description = "The layer.") String layer,
      @Mixin GroundOptions at) {
    try (AtlasStore store = at.wiring().store()) {
      if (layer == null) {
        store.layers().forEach(one -> out().println(one.id() + " " + one.edition()));
      } else {
        store.editions(layer).forEach(this::print);
      }
      return 0;
    }
  }

  @Command(
      name = "show",
      description = "Prints an edition's report as JSON.",
      mixinStandardHelpOptions = true)
  int show(
      @Option(names = "--layer", required = true, description = "The layer.") String layer,
      @Option(names = "--edition", required = true, description = "The edition.") String edition,
      @Mixin GroundOptions at) {
    try (AtlasStore store = at.wiring().store()) {
      Edition found = store.edition(layer, edition);
      out().println(Json.indented(Json.read(found.report().getBytes(StandardCharsets.UTF_8))));
      return 0;
    }
  }

  @Command(
      name = "publish",
      description = "Makes an edition the current one of its layer.",
      mixinStandardHelpOptions = true)
  int publish(
      @Option(names = "--layer", required = true, description = "The layer.") String layer,
      @Option(names = "--edition", required = true, description = "The edition.") String edition,
      @Option(names = "--accept", description = "Accepts what the checks of a draft found.")
          boolean accept,
      @Mixin GroundOptions at) {
    try (AtlasStore store = at.wiring().store()) {
      int number = Publishing.publish(store, layer, edition, accept);
      out().printf("%s %s is current; the atlas has number %d%n", layer, edition, number);
      return 0;
    }
  }

  @Command(
      name = "withdraw",
      description = "Takes a published edition out of use; the one before stands again.",
      mixinStandardHelpOptions = true)
  int withdraw(
      @Option(names = "--layer", required = true, description = "The layer.") String layer,
      @Option(names = "--edition", required = true, description = "The edition.") String edition,
      @Mixin GroundOptions at) {
    try (AtlasStore store = at.wiring().store()) {
      int number = store.withdraw(layer, edition);
      out()
          .printf(
              "%s %s is withdrawn; %s; the atlas has number %d%n",
              layer,
              edition,
              store.layers().stream()
                  .filter(one -> one.id().equals(layer))
                  .map(Layer::edition)
                  .map(current -> current + " is current again")
                  .findFirst()
                  .orElse("nothing is known of the layer now"),
              number);
      return 0;
    }
  }

  private void print(Edition edition) {
    out()
        .printf(
            "%s %s %s%s%n",
            edition.layer().id(),
            edition.layer().edition(),
            edition.state().word(),
            edition.current() ? ", current" : "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
