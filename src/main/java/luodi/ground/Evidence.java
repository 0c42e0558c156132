package luodi.ground;

import java.util.Optional;

/**
 * What was measured behind a reason; degrees and metres as plain numbers.
 *
 * @param relation overlap, outside, distance or member
 * @param share of the part's area, 0 to 1
 * @param distanceM geodesic, from {@code from} on the part to {@code to} on the zone
 * @param thresholdM the distance that the law names
 * @param coverage full, partial or none: how much of the part the layer knows
 * @param robust false when a shift by the layer's accuracy would flip it
 * @param flipM how far it is to the flip, where it is not robust
 */
public record Evidence(
    String layer,
    Optional<String> edition,
    Optional<String> zone,
    Optional<String> name,
    String relation,
    Optional<Double> areaM2,
    Optional<Double> share,
    Optional<Double> distanceM,
    Optional<Double> thresholdM,
    Optional<double[]> from,
    Optional<double[]> to,
    String coverage,
    Optional<Double> accuracyM,
    boolean robust,
    Optional<Double> flipM,
    boolean synthetic,
    Optional<String> source,
    Optional<String> confidence,
    boolean declared) {}
