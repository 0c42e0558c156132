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
--   shared_m2    authalic area (GRS80) under edges that are straight in longitude and latitude; 0 where they only touch
--   distance_m   along the ellipsoid; 0 where they meet. The nearest points are found in an azimuthal plane whose middle lies less than
--                a degree away, where lengths are true to 3 in 100,000.
-- Leans on the index zones_by_ground (edition_key, geom).
WITH asked AS (
  SELECT ?::integer[] AS numbers, ?::text[] AS shapes, ?::text AS layer, ?::double precision AS reach_m
), site AS MATERIALIZED (
  SELECT number, geom, reach_m, dy,
         dy / cos(radians(least(89, greatest(abs(ST_YMin(geom)), abs(ST_YMax(geom))) + dy))) AS dx,
         format('+proj=aeqd +ellps=GRS80 +lon_0=%s +lat_0=%s', round(ST_X(middle)), round(ST_Y(middle))) AS plane
    FROM asked,
         unnest(numbers, shapes) AS given (number, wkt),
         ST_GeomFromText(wkt, 4490) AS geom,
         ST_Centroid(geom) AS middle,
         LATERAL (SELECT 1.01 * reach_m / 110574 AS dy) AS degrees -- a degree of latitude is no shorter
), near AS MATERIALIZED (
  SELECT site.*, z.id AS zone, ST_ClipByBox2D(z.geom, ST_Expand(site.geom, dx, dy)::box2d) AS ground
    FROM site
    JOIN luodi.zones z ON z.geom && ST_Expand(site.geom, dx, dy)
   WHERE z.edition_key = (SELECT key FROM luodi.states, asked WHERE states.layer = asked.layer AND current)
), measured AS (
  SELECT number, zone, reach_m,
         CASE WHEN ground && geom AND ST_Dimension(ground) = 2
              THEN ST_Area(ST_Transform(
                     ST_Segmentize(ST_Intersection(geom, ground), 0.0002), '+proj=cea +ellps=GRS80 +units=m'))
              ELSE 0 END AS shared_m2,
         ST_Length(ST_Transform(
           ST_SetSRID(ST_ShortestLine(
             ST_Transform(ST_Segmentize(geom, 0.002), '+proj=longlat +ellps=GRS80', plane),
             ST_Transform(ST_Segmentize(ground, 0.002), '+proj=longlat +ellps=GRS80', plane)), 0),
           plane, '+proj=longlat +ellps=GRS80')::geography) AS distance_m
    FROM near
)
SELECT number, zone, shared_m2, distance_m
  FROM measured
 WHERE distance_m <= reach_m
 ORDER BY number, zone COLLATE "C";
