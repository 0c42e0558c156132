package luodi.ogc.filter;

import java.util.function.Function;
import luodi.atlas.Zone;

/**
 * A property that a filter may name.
 *
 * @param of its value for one feature, null when unknown
 */
public record Queryable(String name, Kind kind, Function<Zone, Value> of) {}
