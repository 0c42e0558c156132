package luodi.ogc.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import luodi.fault.FaultException;
import luodi.geo.Grid;
import luodi.geo.PublishedCrs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Values as they are written in filters. */
final class Literals {
  private static final int MOST_VERTICES = 20_000;

  private final Operations operations;
  private final PublishedCrs crs;

  /**
   * @param crs that geometries are written in, in the axis order of its authority
   */
  Literals(Operations operations, PublishedCrs crs) {
    this.operations = operations;
    this.crs = crs;
  }

  Expression number(String text) {
    Value number = Value.of(Double.parseDouble(text));
    if (number == null) {
      throw Operations.bad("'%s' is too large a number", text);
    }
    return operations.literal(Kind.NUMBER, number);
  }

  Expression date(String text) {
    try {
      return operations.literal(Kind.INSTANT, Value.Span.of(LocalDate.parse(text)));
    } catch (DateTimeException unreadable) {
      throw Operations.bad("'%s' is no date; write it as 2026-11-23", text).causedBy(unreadable);
    }
  }

  Expression timestamp(String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      return operations.literal(Kind.INSTANT, new Value.Span(at, at));
    } catch (DateTimeException unreadable) {
      throw Operations.bad("'%s' is no timestamp; write it as 2026-11-23T08:00:00Z", text)
          .causedBy(unreadable);
    }
  }

  /** An end of an interval: a date, a timestamp, or {@code ..} for an end that never comes. */
  Expression instant(String text) {
    if (text.equals("..")) {
      return operations.literal(Kind.INSTANT, null);
    }
    return text.contains("T") ? timestamp(text) : date(text);
  }

  Expression bbox(List<Double> at) {
    if (at.size() != 4 && at.size() != 6) {
      throw Operations.bad("a bbox has four numbers, or six with heights, not %d", at.size());
    }
    int half = at.size() / 2;
    return shape(
        Grid.SHAPES.toGeometry(new Envelope(at.get(0), at.get(half), at.get(1), at.get(half + 1))));
  }

  Expression wkt(String text) {
    try {
      return shape(new WKTReader(Grid.SHAPES).read(text));
    } catch (ParseException | IllegalArgumentException unreadable) {
      throw Operations.bad("a geometry is no WKT: %s", unreadable.getMessage())
          .causedBy(unreadable);
    }
  }

  /** A geometry in the filter's CRS. */
  Expression shape(Geometry told) {
    if (told.isEmpty() || told.getNumPoints() > MOST_VERTICES) {
      throw Operations.bad(
          "a geometry has from 1 to %d positions, not %d", MOST_VERTICES, told.getNumPoints());
    }
    for (Coordinate position : told.getCoordinates()) {
      if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
        throw Operations.bad("a geometry's positions are finite numbers");
      }
    }
    Geometry degrees;
    try {
      degrees = crs.toDegrees(told);
    } catch (FaultException outside) {
      throw Operations.bad("%s", outside.getMessage()).causedBy(outside);
    }
    TopologyValidationError error = new IsValidOp(degrees).getValidationError();
    if (error != null) {
      throw invalid(error);
    }
    return operations.literal(Kind.SHAPE, new Value.Shape(degrees));
  }

  private static FaultException invalid(TopologyValidationError error) {
    return Operations.bad(
        "a geometry is not valid: %s near %s", error.getMessage(), error.getCoordinate());
  }
}
