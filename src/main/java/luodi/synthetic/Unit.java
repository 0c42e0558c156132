package luodi.synthetic;

import org.locationtech.jts.geom.Geometry;

/** A control unit with its class. */
record Unit(String code, UnitClass kind, Basis.County county, Geometry shape, double areaM2) {}
