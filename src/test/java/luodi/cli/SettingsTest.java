package luodi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void a_token_is_never_shown() {
    Settings settings = Settings.of(Map.of(), Map.of("LUODI_TOKEN", "a token that nobody guesses"));

    assertThat(settings.token()).contains("a token that nobody guesses");
    assertThat(settings.shown()).contains("LUODI_TOKEN=(hidden)").doesNotContain("guesses");
  }

  @Test
  void a_token_that_could_be_guessed_is_refused() {
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("LUODI_TOKEN", "secret")))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.BAD_PARAMETER))
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_password_of_a_database_is_never_shown() {
    Settings settings =
        Settings.of(
            Map.of(), Map.of("LUODI_DATABASE", "postgresql://luodi:s3cret-w0rd@db.example/ground"));

    assertThat(settings.database().orElseThrow().password()).contains("s3cret-w0rd");
    assertThat(settings.shown())
        .contains("LUODI_DATABASE=postgresql://luodi:(hidden)@db.example:5432/ground")
        .doesNotContain("s3cret");
  }

  @Test
  void a_setting_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("LUODI_PROT", "8080")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("LUODI_PORT");
  }
}
