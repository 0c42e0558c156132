package luodi.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.Redline;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** The life of an edition, which every store keeps alike. */
public abstract class EditionsContract {
  protected AtlasStore store;

  /** Opens the store of this test; a second call sees what the first one stored. */
  protected abstract AtlasStore open();

  @BeforeEach
  void openIt() {
    store = open();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  @Test
  void a_zone_comes_back_as_it_was_stored() {
    Zone zone =
        new Zone(
            "红线-1",
            "秦岭生态保护红线",
            square(0),
            new TreeMap<>(Map.of("zone", "core-protection", "备注", "", "面积_亩", "1000.50")),
            Optional.of(LocalDate.parse("2024-06-01")),
            Optional.of(LocalDate.parse("2026-03-15")),
            "某省自然资源厅",
            "source");

    publish("2026.1", zone);

    assertThat(store.read("eco-redline").zones()).containsExactly(zone);
    assertThat(store.read("eco-redline").layer()).isEqualTo(manifest("2026.1"));
  }

  @Test
  void zones_come_in_the_order_of_their_ids_in_whatever_order_they_went_in() {
    publish("2026.1", zone("c", 2), zone("a", 0), zone("b", 1));

    assertThat(store.read("eco-redline").zones())
        .extracting(Zone::id)
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_draft_is_not_what_answers_are_made_from() {
    publish("2026.1", zone("old", 0));

    draft("2026.2", zone("new", 0));

    assertThat(store.layers()).extracting(Layer::edition).containsExactly("2026.1");
    assertThat(store.edition("eco-redline", "2026.2").state()).isEqualTo(Edition.State.DRAFT);
    assertThat(store.read("eco-redline", "2026.2").zones())
        .extracting(Zone::id)
        .containsExactly("new");
  }

  @Test
  void a_draft_that_is_closed_without_being_kept_was_never_there() {
    try (Draft draft = store.draft(manifest("2026.1"))) {
      draft.add(zone("a", 0));
    }

    assertThat(store.editions("eco-redline")).isEmpty();
    assertThat(open().editions("eco-redline")).isEmpty();
  }

  @Test
  void a_draft_takes_the_place_of_an_unpublished_edition_of_the_same_name() {
    draft("2026.1", zone("half", 0));

    draft("2026.1", zone("whole", 0));

    assertThat(store.read("eco-redline", "2026.1").zones())
        .extracting(Zone::id)
        .containsExactly("whole");
  }

  @Test
  void an_edition_whose_checks_have_not_passed_is_not_published() {
    draft("2026.1", zone("a", 0));
    assertConflict(() -> store.publish("eco-redline", "2026.1"));

    store.judge("eco-redline", "2026.1", false, "{\"left_out\":1}");
    assertConflict(() -> store.publish("eco-redline", "2026.1"));
    assertThat(store.edition("eco-redline", "2026.1").report()).isEqualTo("{\"left_out\":1}");
    assertThat(store.layers()).isEmpty();
  }

  @Test
  void what_was_published_never_changes() {
    publish("2026.1", zone("a", 0));

    assertConflict(() -> store.draft(manifest("2026.1")));
    assertConflict(() -> store.judge("eco-redline", "2026.1", false, "{}"));
    store.withdraw("eco-redline", "2026.1");
    assertConflict(() -> store.draft(manifest("2026.1")));
  }

  @Test
  void former_editions_stay_for_replay() {
    int first = publish("2026.1", zone("a", 0));
    int second = publish("2026.2", zone("b", 1));

    assertThat(second).isEqualTo(first + 1);
    assertThat(store.layersAt(first)).extracting(Layer::edition).containsExactly("2026.1");
    assertThat(store.layersAt(second)).extracting(Layer::edition).containsExactly("2026.2");
    assertThat(store.layersAt(0)).isEmpty();
    assertThat(store.read("eco-redline", "2026.1").zones())
        .extracting(Zone::id)
        .containsExactly("a");
    assertThat(store.read("eco-redline").zones()).extracting(Zone::id).containsExactly("b");
  }

  @Test
  void the_edition_before_stands_again_when_the_current_one_is_withdrawn() {
    publish("2026.1", zone("a", 0));
    int second = publish("2026.2", zone("b", 1));

    int third = store.withdraw("eco-redline", "2026.2");

    assertThat(store.read("eco-redline").zones()).extracting(Zone::id).containsExactly("a");
    assertThat(store.edition("eco-redline", "2026.2").state()).isEqualTo(Edition.State.WITHDRAWN);
    assertThat(store.read("eco-redline", "2026.2").zones())
        .extracting(Zone::id)
        .containsExactly("b");
    assertThat(store.layersAt(second)).extracting(Layer::edition).containsExactly("2026.2");
    assertThat(store.history().number()).isEqualTo(third);
  }

  @Test
  void nothing_is_known_of_a_layer_whose_only_edition_is_withdrawn() {
    publish("2026.1", zone("a", 0));

    store.withdraw("eco-redline", "2026.1");

    assertThat(store.layers()).isEmpty();
    assertThatThrownBy(() -> store.read("eco-redline"))
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.NOT_FOUND));
    assertConflict(() -> store.withdraw("eco-redline", "2026.1"));
  }

  @Test
  void a_withdrawn_edition_can_come_back() {
    publish("2026.1", zone("a", 0));
    store.withdraw("eco-redline", "2026.1");

    store.publish("eco-redline", "2026.1");

    assertThat(store.read("eco-redline").zones()).extracting(Zone::id).containsExactly("a");
    assertThat(store.edition("eco-redline", "2026.1").current()).isTrue();
  }

  @Test
  void a_whole_history_is_taken_over_at_once_and_only_once() {
    for (String edition : List.of("2026.1", "2026.2")) {
      draft(edition, zone("of " + edition, 0));
      store.judge("eco-redline", edition, true, "{}");
    }
    History history =
        new History(
            List.of(
                new History.Act(1, "eco-redline", "2026.1", History.Kind.PUBLISH),
                new History.Act(2, "eco-redline", "2026.2", History.Kind.PUBLISH),
                new History.Act(3, "eco-redline", "2026.2", History.Kind.WITHDRAW),
                new History.Act(4, "eco-redline", "2026.2", History.Kind.PUBLISH)));

    store.begin(history);

    assertThat(store.history()).isEqualTo(history);
    assertThat(store.read("eco-redline").zones()).extracting(Zone::id).containsExactly("of 2026.2");
    assertThat(store.read("eco-redline", "2026.1").zones()).hasSize(1);
    assertConflict(() -> store.begin(history));
    assertThat(store.withdraw("eco-redline", "2026.2")).isEqualTo(5);
  }

  @Test
  void a_history_of_editions_that_have_not_passed_does_not_begin() {
    draft("2026.1", zone("a", 0));

    assertConflict(
        () ->
            store.begin(
                new History(
                    List.of(new History.Act(1, "eco-redline", "2026.1", History.Kind.PUBLISH)))));
    assertThat(store.history().acts()).isEmpty();
    assertThat(store.layerIds()).containsExactly("eco-redline");
  }

  @Test
  void two_zones_cannot_have_one_id() {
    try (Draft draft = store.draft(manifest("2026.1"))) {
      draft.add(zone("a", 0));

      assertConflict(
          () -> {
            draft.add(zone("a", 1));
            draft.keep();
          });
    }
  }

  @Test
  void attributes_that_differ_in_case_only_cannot_stand_together() {
    try (Draft draft = store.draft(manifest("2026.1"))) {
      draft.add(zone("a", 0));

      assertConflict(
          () ->
              draft.add(Zone.of("b", "", square(1), Map.of("Zone", "other"), "a test", "source")));
    }
  }

  @Test
  void all_of_it_is_there_when_the_store_is_opened_again() {
    publish("2026.1", zone("a", 0));
    draft("2026.2", zone("b", 1));
    store.close();

    store = open();

    assertThat(store.history().acts()).hasSize(1);
    assertThat(store.editions("eco-redline"))
        .extracting(edition -> edition.layer().edition() + " " + edition.state().word())
        .containsExactly("2026.1 published", "2026.2 draft");
    assertThat(store.read("eco-redline").zones()).containsExactly(zone("a", 0));
  }

  protected int publish(String edition, Zone... zones) {
    draft(edition, zones);
    store.judge("eco-redline", edition, true, "{}");
    return store.publish("eco-redline", edition);
  }

  protected void draft(String edition, Zone... zones) {
    try (Draft draft = store.draft(manifest(edition))) {
      List.of(zones).forEach(draft::add);
      draft.keep();
    }
  }

  protected static Zone zone(String id, int at) {
    return Zone.of(id, "区 " + id, square(at), Map.of("zone", "other"), "a test", "source");
  }

  private static org.locationtech.jts.geom.Geometry square(int at) {
    return Grid.SHAPES.toGeometry(new Envelope(110 + at, 110.5 + at, 30, 30.5));
  }

  private static Layer manifest(String edition) {
    return Redline.edition(
        edition, Optional.of(Grid.SHAPES.toGeometry(new Envelope(100, 120, 20, 40))));
  }

  private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FaultException.class, told -> assertThat(told.fault()).isEqualTo(Fault.CONFLICT));
  }
}
