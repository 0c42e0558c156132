package luodi.synthetic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luodi.ingest.RealGround;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What is real and open, and what the synthetic ground is drawn around; always of the whole
 * country, so that each province comes out the same whatever else is made. Shapes are EPSG:4490
 * degrees on the grid.
 */
public record Basis(
    List<County> counties,
    List<River> rivers,
    List<Lake> lakes,
    List<Seat> seats,
    List<DevelopmentZone> developmentZones,
    List<ChemicalPark> chemicalParks,
    List<Reserve> reserves,
    List<ParkCounty> parkCounties) {

  public Basis {
    counties = List.copyOf(counties);
    rivers = List.copyOf(rivers);
    lakes = List.copyOf(lakes);
    seats = List.copyOf(seats);
    developmentZones = List.copyOf(developmentZones);
    chemicalParks = List.copyOf(chemicalParks);
    reserves = List.copyOf(reserves);
    parkCounties = List.copyOf(parkCounties);
  }

  /**
   * A county polygon.
   *
   * @param adcode the polygon's own code
   * @param prefecture six digits
   * @param province six digits
   */
  public record County(
      String adcode, String name, String prefecture, String province, Geometry shape) {}

  /**
   * A piece of a river's centre line, or the closed outline of one that is drawn with two banks.
   *
   * @param kind the source's class; {@code river-lake} is an outline when it is closed
   * @param name Chinese, empty when unknown
   * @param basin Chinese, empty when unknown
   */
  public record River(String kind, String name, String basin, LineString line) {}

  /**
   * A lake's outline, or a part of it.
   *
   * @param name English, empty when unknown
   */
  public record Lake(String name, Geometry shape) {}

  /** The seat of a county's government. */
  public record Seat(String adcode, Coordinate at) {}

  /**
   * A row of GB/T 37028.
   *
   * @param grade 国家级 or 省级
   * @param adcode of the county or prefecture where it lies, empty when unknown
   * @param seat empty when unknown
   */
  public record DevelopmentZone(
      String code,
      String name,
      String grade,
      String type,
      String adcode,
      Optional<Coordinate> seat) {}

  /** A recognised chemical park. */
  public record ChemicalPark(String name, Coordinate seat) {}

  /**
   * A nature reserve's point.
   *
   * @param category such as 森林生态 or 内陆湿地
   * @param grade 国家级 or 省级
   */
  public record Reserve(String name, String category, String grade, Coordinate at) {}

  /** A county that a national park touches. */
  public record ParkCounty(String park, String adcode) {}

  /**
   * What the project carries, as it was read.
   *
   * @param geodata the folder that the real ground was read from
   */
  public static Basis of(RealGround real, Path geodata) {
    return BasisReader.read(real, geodata);
  }
}
