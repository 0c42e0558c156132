package luodi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: imports go down only, and never sideways. */
@AnalyzeClasses(packages = "luodi", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  /** From the roof to the ground; rooms on one floor never import each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("cli"),
          List.of("web"),
          List.of("gpkg", "postgis"),
          List.of("synthetic"),
          List.of("ingest"),
          List.of("archive", "batch", "report"),
          List.of("siting"),
          List.of("cooperation", "fabric", "ogc", "rule", "score", "tile"),
          List.of("atlas"),
          List.of("ground", "geo", "industry"),
          List.of("fault"));

  @ArchTest static final ArchRule imports_go_down_only_and_never_sideways = floors();

  @ArchTest
  static final ArchRule no_two_packages_lean_on_each_other =
      slices().matching("luodi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_law_meets_neither_geometry_nor_the_atlas =
      noClasses()
          .that()
          .resideInAnyPackage("luodi.rule..", "luodi.score..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.locationtech..", "luodi.geo..", "luodi.atlas..");

  @ArchTest
  static final ArchRule answers_are_made_without_a_database_and_without_http =
      noClasses()
          .that()
          .resideInAnyPackage("luodi.rule..", "luodi.score..", "luodi.siting..", "luodi.atlas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.javalin..");

  @ArchTest
  static final ArchRule coordinates_are_projected_in_one_package_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("luodi.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.locationtech.proj4j..", "net.sf.geographiclib..");

  @ArchTest
  static final ArchRule the_answer_key_does_not_use_what_it_tests =
      noClasses()
          .that()
          .resideInAPackage("luodi.synthetic.key..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.locationtech.jts.operation..",
              "org.locationtech.jts.algorithm..",
              "org.locationtech.jts.geom.prep..",
              "luodi.fabric..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Authalic");

  @Test
  void every_package_says_what_it_is() throws IOException {
    List<Path> silent;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java/luodi"))) {
      silent =
          all.filter(Files::isDirectory)
              .filter(folder -> !folder.equals(Path.of("src/main/java/luodi")))
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
    }
    assertThat(silent).isEmpty();
  }

  private static ArchRule floors() {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (List<String> floor : FLOORS) {
      for (String room : floor) {
        house = house.layer(room).definedBy("luodi." + room + "..");
      }
    }
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      String[] above =
          FLOORS.subList(0, floor).stream().flatMap(List::stream).toArray(String[]::new);
      for (String room : FLOORS.get(floor)) {
        house =
            above.length == 0
                ? house.whereLayer(room).mayNotBeAccessedByAnyLayer()
                : house.whereLayer(room).mayOnlyBeAccessedByLayers(above);
      }
    }
    return house;
  }
}
