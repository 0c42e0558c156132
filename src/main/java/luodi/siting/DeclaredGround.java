package luodi.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luodi.fabric.Face;
import luodi.ground.Ask;
import luodi.ground.Evidence;
import luodi.ground.Interval;
import luodi.ground.Letter;
import luodi.ground.Signature;
import luodi.rule.LayerRef;
import luodi.rule.Profile;
import luodi.rule.Vocabulary;

/**
 * What an asker declared of one part: for the layers it speaks of, its letters stand in the place
 * of the atlas's, and the profile vouches for them.
 */
record DeclaredGround(List<Declared> all) {
  static final DeclaredGround NONE = new DeclaredGround(List.of());

  DeclaredGround {
    all = List.copyOf(all);
  }

  /** What was declared of parts of one kind. */
  DeclaredGround of(Part.Kind kind) {
    return new DeclaredGround(all.stream().filter(one -> one.part() == kind).toList());
  }

  /** The profile, vouching for what was declared too. */
  Profile vouched(Profile profile, Vocabulary words) {
    Set<String> layers = new TreeSet<>(profile.layers());
    for (Declared one : all) {
      if (one.layer().equals(Declared.EVERY_LAYER)) {
        layers.addAll(words.layerIds());
      } else {
        layers.add(one.layer());
      }
    }
    return new Profile(profile.name(), layers);
  }

  boolean speaksOf(String layer) {
    return all.stream()
        .anyMatch(one -> one.layer().equals(layer) || one.layer().equals(Declared.EVERY_LAYER));
  }

  /** The faces with declared letters in the place of measured ones. */
  List<Face> over(List<Face> faces, List<Ask> asks) {
    if (all.isEmpty()) {
      return faces;
    }
    List<Face> declared = new ArrayList<>();
    for (Face face : faces) {
      Set<Letter> letters = new TreeSet<>(face.signature().letters());
      for (Ask ask : asks) {
        if (speaksOf(ask.layer())) {
          letters.removeIf(letter -> letter.layer().equals(ask.layer()));
          letters.addAll(letters(ask));
        }
      }
      declared.add(face.under(Signature.of(letters)));
    }
    return declared;
  }

  private List<Letter> letters(Ask ask) {
    List<Letter> letters = new ArrayList<>();
    letters.add(Letter.coverage(ask.layer()));
    ask.bands().keySet().forEach(band -> letters.add(Letter.coverage(ask.layer(), band)));
    for (Declared one : of(ask.layer())) {
      Letter zone = Letter.zone(one.layer(), one.attributes(), Interval.ALWAYS);
      if (one.relation() == Declared.Relation.OVERLAP) {
        letters.add(zone);
      }
      double distanceM = distanceM(one);
      ask.bands().keySet().stream()
          .filter(band -> distanceM < band)
          .forEach(band -> letters.add(zone.within(band)));
    }
    return letters;
  }

  private List<Declared> of(String layer) {
    return all.stream().filter(one -> one.layer().equals(layer)).toList();
  }

  private static double distanceM(Declared one) {
    return switch (one.relation()) {
      case OVERLAP -> 0;
      case DISTANCE -> one.distanceM().orElseThrow();
      case NONE -> Double.POSITIVE_INFINITY;
    };
  }

  /**
   * The declared zones that a reference may mean, as evidence; one that says so when none was
   * declared.
   */
  List<Evidence> evidence(
      LayerRef ref, Optional<Double> thresholdM, Vocabulary words, java.time.LocalDate day) {
    List<Evidence> shown =
        of(ref.layer()).stream()
            .filter(one -> one.relation() != Declared.Relation.NONE)
            .filter(one -> ref.mayMean(one.attributes(), words, day))
            .map(
                one ->
                    evidence(
                        ref.layer(),
                        one.relation().word(),
                        Optional.of(distanceM(one)),
                        thresholdM))
            .collect(Collectors.toList());
    return shown.isEmpty()
        ? List.of(evidence(ref.layer(), "outside", Optional.empty(), thresholdM))
        : shown;
  }

  private static Evidence evidence(
      String layer, String relation, Optional<Double> distanceM, Optional<Double> thresholdM) {
    return new Evidence(
        layer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        relation,
        Optional.empty(),
        Optional.empty(),
        distanceM,
        thresholdM,
        Optional.empty(),
        Optional.empty(),
        "full",
        Optional.empty(),
        true,
        Optional.empty(),
        false,
        Optional.of("declared by the asker"),
        Optional.of("declared"),
        true);
  }
}
