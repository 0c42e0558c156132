package luodi.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.AtlasStore;
import luodi.atlas.LayerEdition;
import luodi.cli.Luodi;
import luodi.web.Answered;
import luodi.web.LuodiServer;
import luodi.web.ServedGround;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records through the command line into a store, and out of it over HTTP and as CSV. */
abstract class KeptRecordsContract {
  @TempDir protected Path folder;

  /** The store itself. */
  protected abstract AtlasStore open();

  /** The flags that name it on the command line. */
  protected abstract List<String> named();

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeEach
  void a_store_with_the_divisions() {
    try (AtlasStore store = open()) {
      Atlas ground = ServedGround.atlas();
      for (String layer : List.of("provinces", "prefectures", "counties")) {
        store.write(new LayerEdition(ground.layer(layer).orElseThrow(), ground.zones(layer)));
      }
    }
  }

  private int luodi(String... arguments) {
    List<String> all = new ArrayList<>(List.of("cooperation"));
    all.addAll(List.of(arguments));
    all.addAll(named());
    told.reset();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return Luodi.run(all.toArray(String[]::new), out, out);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private void take() throws IOException {
    int code =
        luodi(
            "import",
            file(
                "agreements.csv",
                """
                id,title,mode,park,adcode,from,to,source,confidence
                sz-bs-2024,深圳—百色共建园区,joint_park,,451002,2024-01-01,2034-01-01,a signed agreement,source
                """),
            file(
                "shares.csv",
                """
                agreement,indicator,adcode,percent
                sz-bs-2024,output,440300,50
                sz-bs-2024,output,451000,50
                sz-bs-2024,revenue,440300,33.5
                sz-bs-2024,revenue,451000,66.5
                sz-bs-2024,land,451000,100
                """),
            file(
                "entries.csv",
                """
                id,agreement,year,indicator,amount,unit,recorded_on,corrects,note,source
                e1,sz-bs-2024,2024,revenue,12345,fen,2025-02-01,,,a report
                e2,sz-bs-2024,2024,revenue,-45,fen,2025-06-01,e1,counted twice,a report
                e3,sz-bs-2024,2025,revenue,1,fen,2026-02-01,,,a report
                e4,sz-bs-2024,2024,land,66667,m2,2025-02-01,,,a report
                """),
            file(
                "registers.csv",
                """
                id,register,title,adcode,industry,from,to,amount_fen,source,confidence
                f1,fund,产业合作基金,451000,,2024-06-01,,10000000000,a notice,source
                """));
    assertThat(code).as(told.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void what_is_taken_in_comes_over_http_and_reconciles_to_the_fen() throws IOException {
    take();

    try (AtlasStore store = open();
        LuodiServer server = LuodiServer.start("127.0.0.1", 0)) {
      server.open(ServedGround.desk(Atlas.of(store)));
      JsonNode answer = get(server, "/agreements?id=sz-bs-2024").json();
      JsonNode agreement = answer.at("/agreements/0");

      // 12300 fen: 33.5 % are 4120.5 and 66.5 % are 8179.5; of equal remainders the smaller code
      assertThat(agreement.at("/years/0/amount").asLong()).isEqualTo(12_300);
      assertThat(agreement.at("/years/0/regions/440300").asLong()).isEqualTo(4121);
      assertThat(agreement.at("/years/0/regions/451000").asLong()).isEqualTo(8179);
      assertThat(agreement.path("entries")).hasSize(4);
      long regions = 0;
      for (JsonNode region : answer.path("regions")) {
        regions += region.at("/totals/revenue_fen").asLong();
      }
      assertThat(regions).isEqualTo(12_301);
      assertThat(get(server, "/agreements?adcode=440300&f=csv").text())
          .contains("sz-bs-2024,2024,revenue,fen,440300,4121\r\n");
      assertThat(get(server, "/agreements?adcode=110000").json().path("agreements")).isEmpty();
      JsonNode lines = get(server, "/collections/agreements/items?f=json").json();
      assertThat(lines.at("/features/0/geometry/type").asText()).isEqualTo("LineString");
      JsonNode parts = get(server, "/collections/agreement-accounts/items?f=json&limit=100").json();
      assertThat(parts.path("features")).hasSize(5);
      assertThat(get(server, "/collections/registers/items?f=csv").text()).contains("产业合作基金");
    }
  }

  private static Answered get(LuodiServer server, String path) {
    Answered answer = Answered.get(URI.create("http://127.0.0.1:" + server.port() + path));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  @Test
  void what_is_written_out_can_be_taken_in_again() throws IOException {
    take();
    assertThat(luodi("export", "--out", folder.resolve("out").toString())).isZero();

    assertThat(
            luodi(
                "import",
                folder.resolve("out/agreements.csv").toString(),
                folder.resolve("out/shares.csv").toString(),
                folder.resolve("out/entries.csv").toString(),
                folder.resolve("out/registers.csv").toString()))
        .isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("1 agreements, 5 shares, 4 entries and 1 register items");
  }

  @Test
  void an_edited_entry_a_missing_division_and_a_table_of_nothing_are_refused() throws IOException {
    take();
    String head = "id,agreement,year,indicator,amount,unit,recorded_on,corrects,note,source\n";
    int edited =
        luodi(
            "import",
            file("edited.csv", head + "e1,sz-bs-2024,2024,revenue,9,fen,2025-02-01,,,a report\n"));
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("never edited");
    int nowhere =
        luodi(
            "import",
            file(
                "nowhere.csv",
                "id,register,title,adcode,industry,from,to,amount_fen,source,confidence\n"
                    + "x,event,x,999999,,2024-01-01,,,x,source\n"));
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("999999");
    int nothing = luodi("import", file("nothing.csv", "a,b\n1,2\n"));
    int absent = luodi("import", folder.resolve("absent.csv").toString());

    assertThat(List.of(edited, nowhere, nothing, absent)).containsOnly(2);
    try (AtlasStore store = open()) {
      assertThat(RecordLayers.read(store).entries()).hasSize(4);
    }
  }
}
