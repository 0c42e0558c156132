-- What sites share with the zones of a layer's current edition, and how far apart they are, in pure PostGIS: the oracle that the engine
-- in memory is tested against (DESIGN.md section 4), and one site's answer for who has nothing but psql.
--
-- Parameters, in this order:
--   1  integer[]  numbers of the sites; ARRAY[1] for one
--   2  text[]     their shapes as WKT, EPSG:4490 degrees, longitude first
--   3  text       the layer
--   4  double     how far to look, metres; at most some thousands
-- A row for each site and each zone within that distance:
--   number       the site's
--   zone         the zone's id
--   shared_m2    authalic area under edges that are straight in longitude and latitude; 0 where they only touch. Measured in EPSG:6933, a
--                cylindrical equal area; its ellipsoid is WGS 84, which makes areas differ from those on GRS80 by 1 part in 10^10
--   distance_m   along the ellipsoid; 0 where they meet. The nearest points are found in the 3-degree Gauss-Krueger plane of the site
--                (EPSG:4534 to 4554, which is conformal), the geodesic between them is measured
-- Leans on the index zones_by_ground (edition_key, geom).
WITH asked AS (
  SELECT ?::integer[] AS numbers, ?::text[] AS shapes, ?::text AS layer, ?::double precision AS reach_m
), site AS MATERIALIZED (
  SELECT number, geom, reach_m, dy,
         dy / cos(radians(least(89, greatest(abs(ST_YMin(geom)), abs(ST_YMax(geom))) + dy))) AS dx,
         4534 + least(20, greatest(0, round((ST_X(ST_Centroid(geom)) - 75) / 3)))::integer AS plane
    FROM asked,
         unnest(numbers, shapes) AS given (number, wkt),
         ST_GeomFromText(wkt, 4490) AS geom,
         LATERAL (SELECT 1.01 * reach_m / 110574 AS dy) AS degrees -- a degree of latitude is no shorter
), near AS MATERIALIZED (
  SELECT site.*, z.id AS zone, ST_ClipByBox2D(z.geom, ST_Expand(site.geom, dx, dy)::box2d) AS ground
    FROM site
    JOIN luodi.zones z ON z.geom && ST_Expand(site.geom, dx, dy)
   WHERE z.edition_key = (SELECT key FROM luodi.states, asked WHERE states.layer = asked.layer AND current)
), measured AS (
  SELECT number, zone, reach_m,
         CASE WHEN ground && geom AND ST_Dimension(ground) = 2
              THEN ST_Area(ST_Transform(ST_Segmentize(ST_Intersection(geom, ground), 0.0002), 6933))
              ELSE 0 END AS shared_m2,
         ST_Length(ST_Transform(
           ST_ShortestLine(
             ST_Transform(ST_Segmentize(geom, 0.002), plane),
             ST_Transform(ST_Segmentize(ground, 0.002), plane)),
           4490)::geography) AS distance_m
    FROM near
   WHERE NOT ST_IsEmpty(ground)
)
SELECT number, zone, shared_m2, distance_m
  FROM measured
 WHERE distance_m <= reach_m
 ORDER BY number, zone COLLATE "C";
