package luodi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import luodi.batch.Answers;
import luodi.batch.Batch;
import luodi.batch.RowAnswer;
import luodi.batch.Rows;
import luodi.fault.Fault;
import luodi.ogc.Media;
import luodi.ogc.ProcessDescriptions;
import luodi.siting.Places;
import luodi.siting.Proposal;
import luodi.siting.ProposalReader;

/**
 * What a client wants a process to do.
 *
 * @param inputs by name, each as its plain value
 * @param inDocument true when each output is to stand under its name
 */
record Execution(String process, ObjectNode inputs, boolean inDocument) {
  private static final Set<String> MEMBERS = new TreeSet<>(Set.of("inputs", "outputs", "response"));
  private static final int USUAL_PLACES = 100;
  private static final int MOST_PLACES = 5000;
  private static final int MOST_PROJECTS = 1000;

  /** Reads the body, or says what in it is wrong. */
  static Execution read(String process, JsonNode body, References references) {
    JsonNode described = ProcessDescriptions.of(process, "");
    if (!body.isObject() || !body.path("inputs").isObject()) {
      throw Fault.BAD_BODY
          .because(
              "An execution is a JSON object with 'inputs'; GET /processes/%s tells them.", process)
          .at("/inputs");
    }
    body.fieldNames().forEachRemaining(name -> mustBeKnown(name, MEMBERS, "/"));
    Set<String> known = new TreeSet<>();
    described.path("inputs").fieldNames().forEachRemaining(known::add);
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    body.get("inputs")
        .properties()
        .forEach(
            input -> {
              mustBeKnown(input.getKey(), known, "/inputs/");
              inputs.set(
                  input.getKey(), plain(input.getValue(), "/inputs/" + input.getKey(), references));
            });
    checkOutputs(body.path("outputs"), described.path("outputs"));
    return new Execution(process, inputs, inDocument(body.path("response")));
  }

  /** What is to be done; whatever is wrong with the inputs is told now and not later. */
  Callable<Job.Result> on(Desk desk) {
    return switch (process) {
      case "screening" -> {
        Proposal proposal = ProposalReader.read(inputs, desk.today());
        yield () -> result(desk.screener().screen(proposal));
      }
      case "ranking" -> {
        int limit = limit();
        SortedMap<String, String> wishes = wishes();
        Proposal anywhere = ProposalReader.readWithoutSite(inputs, desk.today());
        yield () -> result(desk.places().rank(new Places.Question(anywhere, wishes, limit)));
      }
      case "batch" -> {
        Batch batch = BatchDoors.of(desk);
        JsonNode projects = projects();
        yield () -> result(answered(batch, projects));
      }
      default -> throw new IllegalStateException("no work for process " + process);
    };
  }

  private Job.Result result(Object output) {
    return new Job.Document(
        Media.JSON.type(), Json.write(inDocument ? Map.of(process, output) : output));
  }

  /** The projects of a batch that is answered from memory; more than these go to /batches. */
  private JsonNode projects() {
    JsonNode projects = inputs.path("projects");
    if (!projects.isArray() || projects.isEmpty()) {
      throw Fault.BAD_BODY
          .because("'projects' is an array of at least one project.")
          .at("/inputs/projects");
    }
    if (projects.size() > MOST_PROJECTS) {
      throw Fault.TOO_LARGE
          .because(
              "%d projects came and at most %d are executed; POST them to /batches, which takes %d.",
              projects.size(), MOST_PROJECTS, SentTable.MOST_ROWS)
          .at("/inputs/projects");
    }
    return projects;
  }

  private static List<RowAnswer> answered(Batch batch, JsonNode projects)
      throws IOException, InterruptedException {
    List<RowAnswer> all = new ArrayList<>();
    batch.judge(Rows.of(projects), Answers.into(all), done -> {});
    return all;
  }

  private int limit() {
    JsonNode told = inputs.remove("limit");
    if (told == null) {
      return USUAL_PLACES;
    }
    if (!told.isInt() || told.intValue() < 1 || told.intValue() > MOST_PLACES) {
      throw Fault.BAD_BODY
          .because("%s is no limit; give a whole number from 1 to %d.", told, MOST_PLACES)
          .at("/inputs/limit");
    }
    return told.intValue();
  }

  /** What is needed and preferred of a park, as the query of /places tells it. */
  private SortedMap<String, String> wishes() {
    SortedMap<String, String> wishes = new TreeMap<>();
    for (String kind : List.of("need", "prefer")) {
      JsonNode told = inputs.remove(kind);
      if (told != null && !told.isObject()) {
        throw Fault.BAD_BODY
            .because("'%s' is an object such as {\"area_ha\": 100}.", kind)
            .at("/inputs/" + kind);
      }
      if (told != null) {
        told.properties()
            .forEach(wish -> wishes.put(kind + "." + wish.getKey(), wished(kind, wish)));
      }
    }
    return wishes;
  }

  private static String wished(String kind, Map.Entry<String, JsonNode> wish) {
    if (!wish.getValue().isValueNode() || wish.getValue().isNull()) {
      throw Fault.BAD_BODY
          .because("%s is no wish; give text, a number, true or false.", wish.getValue())
          .at("/inputs/" + kind + "/" + wish.getKey());
    }
    return wish.getValue().asText();
  }

  /**
   * A value that stands in an object of its own, as the standard wants of objects, is taken out;
   * one that is named by its address is looked up.
   */
  private static JsonNode plain(JsonNode input, String pointer, References references) {
    if (input.isObject() && input.path("href").isTextual()) {
      return references.named(input.get("href").textValue(), pointer + "/href");
    }
    boolean qualified = input.isObject() && input.has("value") && !input.has("type");
    return qualified ? input.get("value") : input;
  }

  private static void checkOutputs(JsonNode wanted, JsonNode described) {
    Set<String> known = new TreeSet<>();
    described.fieldNames().forEachRemaining(known::add);
    wanted
        .properties()
        .forEach(
            output -> {
              mustBeKnown(output.getKey(), known, "/outputs/");
              if (output.getValue().path("transmissionMode").asText("value").equals("reference")) {
                throw Fault.BAD_BODY
                    .because("Outputs are given by value and not by reference.")
                    .at("/outputs/" + output.getKey() + "/transmissionMode");
              }
            });
  }

  private static boolean inDocument(JsonNode response) {
    String told = response.asText("raw");
    if (!told.equals("raw") && !told.equals("document")) {
      throw Fault.BAD_BODY
          .because("'%s' is no response; give raw or document.", told)
          .at("/response");
    }
    return told.equals("document");
  }

  private static void mustBeKnown(String name, Set<String> known, String pointer) {
    if (!known.contains(name)) {
      throw Fault.UNKNOWN_PARAMETER
          .because("There is no '%s' here; there may be %s.", name, String.join(", ", known))
          .at(pointer + name);
    }
  }
}
