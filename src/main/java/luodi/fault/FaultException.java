package luodi.fault;

import java.util.ArrayList;
import java.util.List;

/** A {@link Fault} on its way to the one door where it is told. */
public final class FaultException extends RuntimeException {
  private static final String POINTER = "pointer";

  private final Fault fault;
  private final transient List<Place> places;

  FaultException(Fault fault, String detail, List<Place> places, Throwable cause) {
    super(detail, cause);
    this.fault = fault;
    this.places = List.copyOf(places);
  }

  /**
   * Where in the request the mistake stands.
   *
   * @param kind "pointer" (a JSON pointer into the body) or "parameter" (a query parameter)
   */
  public record Place(String kind, String where, String detail) {}

  public Fault fault() {
    return fault;
  }

  public List<Place> places() {
    return places;
  }

  /** The same fault, naming the member of the body where it stands, as a JSON pointer. */
  public FaultException at(String pointer) {
    return with(new Place(POINTER, pointer, getMessage()));
  }

  /** The same fault, naming one of several members that are wrong, and why this one is. */
  public FaultException at(String pointer, String detail) {
    return with(new Place("pointer", pointer, detail));
  }

  /** The same fault, naming the query parameter where it stands. */
  public FaultException inParameter(String name) {
    return with(new Place("parameter", name, getMessage()));
  }

  /**
   * The same fault of a body that is itself a member of another: its pointers lead on from there.
   */
  public FaultException under(String pointer) {
    List<Place> moved =
        places.stream()
            .map(
                place ->
                    place.kind().equals(POINTER)
                        ? new Place(POINTER, pointer + place.where(), place.detail())
                        : place)
            .toList();
    return new FaultException(fault, getMessage(), moved, getCause());
  }

  /** The same fault with the exception that led to it. */
  public FaultException causedBy(Throwable cause) {
    return new FaultException(fault, getMessage(), places, cause);
  }

  private FaultException with(Place place) {
    List<Place> all = new ArrayList<>(places);
    all.add(place);
    return new FaultException(fault, getMessage(), all, getCause());
  }
}
