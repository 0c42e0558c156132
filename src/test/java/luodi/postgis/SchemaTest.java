package luodi.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import luodi.ScratchDatabase;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;

/** What the schema itself keeps, whoever writes. */
class SchemaTest {
  private static final String GEOMETRY_COLUMNS =
      """
      SELECT f_table_name || '.' || f_geometry_column AS name, srid,
             EXISTS (SELECT FROM pg_constraint c WHERE c.contype = 'c' AND c.conrelid = a.attrelid AND a.attnum = ANY (c.conkey)) AS checked,
             EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
                      WHERE i.indrelid = a.attrelid AND m.amname = 'gist' AND a.attnum = ANY (i.indkey)) AS indexed
        FROM geometry_columns
        JOIN pg_attribute a ON a.attrelid = format('%I.%I', f_table_schema, f_table_name)::regclass AND a.attname = f_geometry_column
        JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r'
       WHERE f_table_schema = 'luodi'
      """;

  @Test
  void every_geometry_column_has_the_srid_4490_a_check_and_a_gist_index() throws SQLException {
    try (ScratchDatabase database = ScratchDatabase.make();
        Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(GEOMETRY_COLUMNS)) {
      List<String> columns = new ArrayList<>();
      while (row.next()) {
        columns.add(row.getString("name"));
        assertThat(row.getInt("srid")).as(row.getString("name")).isEqualTo(4490);
        assertThat(row.getBoolean("checked")).as(row.getString("name")).isTrue();
        assertThat(row.getBoolean("indexed")).as(row.getString("name")).isTrue();
      }
      assertThat(columns).containsExactlyInAnyOrder("editions.coverage", "zones.geom");
    }
  }

  @Test
  void a_bare_database_is_made_ready_and_a_second_server_finds_it_so() throws SQLException {
    try (ScratchDatabase database = ScratchDatabase.bare()) {
      PostgisDatabase.at(DatabaseUrl.parse(database.url())).open().close();
      PostgisDatabase.at(DatabaseUrl.parse(database.url())).open().close();

      try (Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*) FROM luodi.flyway_schema_history WHERE success AND version IS NOT NULL")) {
        row.next();
        assertThat(row.getInt(1)).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void a_database_that_is_not_there_is_told_without_the_password() {
    for (String address :
        List.of(
            "postgresql://luodi:s3cret-w0rd@127.0.0.1:1/luodi",
            missing().replaceFirst("luodi@", "luodi:s3cret-w0rd@"))) {
      assertThatThrownBy(() -> PostgisDatabase.at(DatabaseUrl.parse(address)))
          .isInstanceOfSatisfying(
              FaultException.class, down -> assertThat(down.fault()).isEqualTo(Fault.UNAVAILABLE))
          .hasMessageContaining("postgresql://luodi:(hidden)@127.0.0.1:")
          .hasMessageContaining("LUODI_DATABASE")
          .hasMessageNotContaining("s3cret-w0rd");
    }
  }

  @Test
  void an_address_that_cannot_be_read_is_told_without_being_shown() {
    for (String address :
        List.of(
            "luodi:s3cret-w0rd@host/db",
            "mysql://luodi:s3cret-w0rd@host/db",
            "postgresql://host/s3cret-w0rd",
            "postgresql://u:s3cret-w0rd@host",
            "postgresql://u:s3cret w0rd@h/d",
            "postgresql://u:s3cret-w0rd@h/d?user=other")) {
      assertThatThrownBy(() -> DatabaseUrl.parse(address))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("postgresql://user[:password]@host:port/name")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void a_password_may_hold_any_character_and_is_never_shown() {
    DatabaseUrl url =
        DatabaseUrl.parse(
            "postgresql://%E8%90%BD:p%40ss%2F%3A+1@[::1]:5433/ground?sslmode=require");

    assertThat(url.user()).isEqualTo("落");
    assertThat(url.password()).contains("p@ss/:+1");
    assertThat(url.port()).isEqualTo(5433);
    assertThat(url).hasToString("postgresql://落:(hidden)@[::1]:5433/ground?sslmode=require");
  }

  /** On the running server, a database that nobody made. */
  private static String missing() {
    try (ScratchDatabase gone = ScratchDatabase.bare()) {
      return gone.url();
    }
  }
}
