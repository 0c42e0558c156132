package luodi.siting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.rule.Judge;
import luodi.rule.Judgement;
import luodi.rule.Verdict;
import luodi.score.Factor;
import luodi.score.Ranks;
import luodi.score.Scorecard;

/**
 * Ranks the industrial parks for a project: by what the place decides, then by score. The ground
 * under a park is read once for each span of days on which no zone begins or ends; the law is asked
 * anew each time.
 */
public final class Places {
  /** Chemicals, dyeing, cement, machinery: between them they ask all that matters of a park. */
  private static final List<String> TYPICAL = List.of("2614", "1713", "3011", "3411");

  private final Screener screener;
  private final TreeSet<LocalDate> turns = new TreeSet<>();
  private final Map<LocalDate, ParkGround> ground = new ConcurrentHashMap<>();

  public Places(Screener screener) {
    this.screener = screener;
    Atlas atlas = screener.atlas();
    atlas.layers().stream()
        .flatMap(layer -> atlas.zones(layer.id()).stream())
        .forEach(
            zone -> {
              zone.from().ifPresent(turns::add);
              zone.to().ifPresent(turns::add);
            });
  }

  /**
   * What is asked of the parks.
   *
   * @param wishes {@code need.…} and {@code prefer.…} by name, as told
   * @param limit how many places and near misses at most
   */
  public record Question(Proposal proposal, SortedMap<String, String> wishes, int limit) {
    /** A question without wishes. */
    public static Question of(Proposal proposal, int limit) {
      return new Question(proposal, new TreeMap<>(), limit);
    }
  }

  /**
   * All parks for a project, best first; the proposal's own site is not read.
   *
   * @throws luodi.fault.FaultException as {@link Screener#screen}; {@code UNKNOWN_PARAMETER} and
   *     {@code BAD_PARAMETER} for wishes that cannot be read
   */
  public Ranking rank(Question question) {
    Judge judge = screener.standing(question.proposal()).judge();
    ParkGround parks = groundOn(judge.project().day());
    Wishes wishes = Wishes.read(question.wishes(), judge.project().day(), screener, parks);
    Weighing weighing = new Weighing(judge, parks, wishes, question.proposal());
    List<Weighed> weighed = parks.parks().parallelStream().map(weighing::weigh).toList();
    return new RankingMaker(screener, wishes, question.limit()).ranking(judge, weighed);
  }

  /**
   * Reads the ground under all parks for a day and measures what most industries ask of it, so that
   * the first question need not wait for that.
   */
  public void prepare(LocalDate day) {
    for (String industry : TYPICAL) {
      ObjectNode project = JsonNodeFactory.instance.objectNode().put("industry", industry);
      rank(Question.of(ProposalReader.readWithoutSite(project, day), 1));
    }
  }

  /** What all rules say of each of these parks; none of one that is not valid on the day. */
  Map<String, Judgement> judged(List<Zone> parks, Judge judge) {
    Set<String> wanted = parks.stream().map(Zone::id).collect(Collectors.toSet());
    ParkGround read = groundOn(judge.project().day());
    ParkLaw law = ParkLaw.of(judge, read);
    Map<String, Judgement> judged = new ConcurrentHashMap<>();
    read.parks().parallelStream()
        .filter(park -> wanted.contains(park.id()))
        .forEach(park -> judged.put(park.id(), law.on(park)));
    return judged;
  }

  /**
   * A park with what the law says of it and how good it is.
   *
   * @param missed the needs that it does not meet
   */
  record Weighed(
      Park park, Judgement judgement, Verdict verdict, Scorecard score, List<Wish> missed) {
    Ranks.Contestant contestant() {
      return new Ranks.Contestant(park.id(), verdict.ordinal(), score);
    }
  }

  /** Weighs one park after the other. */
  private final class Weighing {
    private final Judge judge;
    private final ParkLaw law;
    private final Wishes wishes;
    private final Proposal proposal;
    private final Map<String, Double> forbiddenM;

    Weighing(Judge judge, ParkGround parks, Wishes wishes, Proposal proposal) {
      this.judge = judge;
      this.law = ParkLaw.of(judge, parks);
      this.wishes = wishes;
      this.proposal = proposal;
      this.forbiddenM = Access.forbiddenM(judge);
    }

    Weighed weigh(Park park) {
      Judgement judgement = law.on(park);
      List<Factor> factors =
          screener.goodSense().factors(park.around(), judge, judgement, forbiddenM);
      wishes.preferences().forEach(wish -> factors.add(wish.preference(park)));
      List<Wish> missed = wishes.needs().stream().filter(wish -> !wish.metBy(park)).toList();
      return new Weighed(
          park,
          judgement,
          judgement.placeVerdict(),
          Scorecard.of(factors, proposal.weights()),
          missed);
    }
  }

  private ParkGround groundOn(LocalDate day) {
    LocalDate span = Optional.ofNullable(turns.floor(day)).orElse(LocalDate.MIN);
    return ground.computeIfAbsent(span, start -> ParkGround.on(day, screener));
  }
}
