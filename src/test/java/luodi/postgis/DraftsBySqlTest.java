package luodi.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import luodi.ScratchDatabase;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What planners may do to editions with nothing but SQL, as QGIS does. */
class DraftsBySqlTest {
  private static final String DRAFT = "luodi_drafts.\"udb@2026.1\"";

  private final ScratchDatabase database = ScratchDatabase.make();
  private Connection connection;

  @BeforeEach
  void begin_a_draft() throws SQLException {
    connection = database.connect();
    sql(
        "INSERT INTO luodi.editions (layer, edition, title_zh, title_en, geometry, source, licence, crs, accuracy_m, exact, synthetic)"
            + " VALUES ('udb', '2026.1', '城镇开发边界', 'Urban development boundary', 'polygon', 'a test', 'CC0-1.0', 'EPSG:4490', 5, true, false)");
    sql("SELECT luodi.edit('udb', '2026.1')");
    sql(
        "INSERT INTO "
            + DRAFT
            + " (id, geom) VALUES ('a', ST_MakeEnvelope(110, 30, 111, 31, 4490))");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void a_shape_that_no_answer_could_be_made_from_is_refused() {
    refused("'b', ST_GeomFromText('POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))', 4490)", "geom_is_ground");
    refused("'b', ST_GeomFromText('POLYGON EMPTY', 4490)", "geom_is_ground");
    refused("'b', ST_MakeEnvelope(110, 30, 111, 31, 4326)", "SRID");
    refused("'b', ST_GeomFromText('POINT Z (110 30 5)', 4490)", "Z dimension");
    refused("'b', NULL", "geom");
    refused("'a', ST_MakeEnvelope(110, 30, 111, 31, 4490)", "zones_pkey");
    assertThatThrownBy(() -> sql("UPDATE " + DRAFT + " SET attributes = '{\"n\": 1}'"))
        .hasMessageContaining("attributes_are_texts");
  }

  @Test
  void corners_off_the_grid_are_snapped_before_publication() throws SQLException {
    sql(
        "UPDATE "
            + DRAFT
            + " SET geom = ST_MakeEnvelope(110.00000004, 30.123456789, 111, 31, 4490)");

    sql("SELECT luodi.publish('udb', '2026.1')");

    assertThat(one("SELECT ST_XMin(geom) || ' ' || ST_YMin(geom) FROM luodi.current_zones"))
        .isEqualTo("110 30.1234568");
    assertThat(one("SELECT report ->> 'snapped' FROM luodi.editions")).isEqualTo("1");
  }

  @Test
  void a_draft_with_findings_is_not_published_and_the_findings_are_told() throws SQLException {
    sql("INSERT INTO " + DRAFT + " (id, geom) VALUES ('spot', ST_Point(110, 30, 4490))");
    sql(
        "UPDATE "
            + DRAFT
            + " SET valid_from = '2026-01-01', valid_to = '2025-01-01' WHERE id = 'a'");

    assertRefusedPublication()
        .hasMessageContaining("zone spot is no polygon")
        .hasMessageContaining("zone a ends before it begins");
    assertThat(one("SELECT state FROM luodi.states")).isEqualTo("draft");

    sql("SELECT luodi.check('udb', '2026.1')");
    sql("DELETE FROM " + DRAFT + " WHERE id = 'spot'");
    sql("UPDATE " + DRAFT + " SET valid_to = NULL, attributes = '{\"Kind\": \"a\"}'");
    sql("SELECT luodi.publish('udb', '2026.1')");
    assertThat(one("SELECT state FROM luodi.states")).isEqualTo("published");
  }

  @Test
  void attributes_that_no_other_store_could_hold_are_found() throws SQLException {
    sql("UPDATE " + DRAFT + " SET attributes = '{\"Kind\": \"a\", \"kind\": \"b\", \" \": \"c\"}'");

    assertRefusedPublication()
        .hasMessageContaining("attributes Kind, kind differ in case only")
        .hasMessageContaining("attribute ' ' of zone a is no name");
  }

  @Test
  void what_an_ingest_found_is_not_passed_over_by_publishing() throws SQLException {
    sql("UPDATE luodi.editions SET report = '{\"left_out\": [3]}'");

    assertRefusedPublication().hasMessageContaining("left_out");
  }

  @Test
  void a_draft_that_is_edited_after_its_checks_is_checked_again() throws SQLException {
    sql("SELECT luodi.check('udb', '2026.1')");
    assertThat(one("SELECT state FROM luodi.states")).isEqualTo("checked");

    sql("UPDATE " + DRAFT + " SET geom = ST_Point(110, 30, 4490)");

    assertThat(one("SELECT state FROM luodi.states")).isEqualTo("draft");
    assertRefusedPublication().hasMessageContaining("zone a is no polygon");
  }

  @Test
  void what_was_published_can_be_changed_in_no_way() throws SQLException {
    sql("SELECT luodi.publish('udb', '2026.1')");

    for (String change :
        new String[] {
          "UPDATE " + DRAFT + " SET name = 'x'",
          "DELETE FROM " + DRAFT,
          "INSERT INTO " + DRAFT + " (geom) VALUES (ST_MakeEnvelope(1, 1, 2, 2, 4490))",
          "UPDATE luodi.editions SET source = 'x'",
          "DELETE FROM luodi.editions",
          "DELETE FROM luodi.acts",
          "UPDATE luodi.acts SET kind = 'WITHDRAW'",
          "SELECT luodi.edit('udb', '2026.1')",
          "SELECT luodi.check('udb', '2026.1')"
        }) {
      assertThatThrownBy(() -> sql(change))
          .as(change)
          .isInstanceOfSatisfying(
              SQLException.class, told -> assertThat(told.getSQLState()).isEqualTo("55000"));
    }
  }

  @Test
  void a_new_draft_begins_as_a_copy_of_the_current_edition() throws SQLException {
    sql("SELECT luodi.publish('udb', '2026.1')");

    assertThat(one("SELECT luodi.edit('udb', '2026.2')")).isEqualTo("luodi_drafts.\"udb@2026.2\"");

    assertThat(one("SELECT string_agg(id, ',') FROM luodi_drafts.\"udb@2026.2\"")).isEqualTo("a");
    assertThat(one("SELECT state FROM luodi.states WHERE edition = '2026.2'")).isEqualTo("draft");
    assertThatThrownBy(() -> sql("SELECT luodi.edit('eco-redline', '1')"))
        .hasMessageContaining("no current edition to begin from");
  }

  @Test
  void a_planner_needs_no_right_but_to_call_the_functions_and_to_use_the_drafts()
      throws SQLException {
    String planner = "planner_" + ProcessHandle.current().pid();
    sql("CREATE ROLE " + planner);
    try {
      sql("GRANT USAGE ON SCHEMA luodi, luodi_drafts TO " + planner);
      sql(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA luodi_drafts TO "
              + planner);
      sql("GRANT EXECUTE ON FUNCTION luodi.publish(text, text) TO " + planner);
      sql("SET ROLE " + planner);

      sql("UPDATE " + DRAFT + " SET name = 'edited'");
      sql("SELECT luodi.publish('udb', '2026.1')");
      assertThatThrownBy(() -> sql("SELECT luodi.withdraw('udb', '2026.1')"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> sql("DELETE FROM luodi.zones"))
          .hasMessageContaining("permission denied");
    } finally {
      sql("RESET ROLE");
      sql("DROP OWNED BY " + planner);
      sql("DROP ROLE " + planner);
    }
  }

  private AbstractThrowableAssert<?, ?> assertRefusedPublication() {
    return assertThatThrownBy(() -> sql("SELECT luodi.publish('udb', '2026.1')"))
        .hasMessageContaining("have not passed");
  }

  private void refused(String values, String because) {
    assertThatThrownBy(() -> sql("INSERT INTO " + DRAFT + " (id, geom) VALUES (" + values + ")"))
        .as(values)
        .hasMessageContaining(because);
  }

  private void sql(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
