-- The ground as it was published: editions with their manifests, their zones, and the history of publications.
-- All geometry is EPSG:4490 (CGCS2000), degrees, longitude first, on the grid of 1e-7 degrees.
-- What was published once never changes and never goes; V002 keeps watch over that.
CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public; -- so that one index finds an edition's zones in a window

CREATE TABLE luodi.editions (
  key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer text COLLATE "C" NOT NULL CONSTRAINT layer_is_an_id CHECK (layer ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  edition text COLLATE "C" NOT NULL CONSTRAINT edition_is_a_name CHECK (edition ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  title_zh text NOT NULL,
  title_en text NOT NULL,
  geometry text NOT NULL CHECK (geometry IN ('point', 'line', 'polygon')),
  source text NOT NULL,
  licence text NOT NULL,
  crs text NOT NULL, -- that the data came in
  accuracy_m double precision NOT NULL CHECK (accuracy_m >= 0),
  exact boolean NOT NULL,
  synthetic boolean NOT NULL,
  coverage geometry(Geometry, 4490) -- where no zone means that there is none; null where nothing is promised
    CONSTRAINT coverage_is_ground CHECK (ST_Dimension(coverage) = 2 AND ST_IsValid(coverage) AND NOT ST_IsEmpty(coverage)),
  passed boolean NOT NULL DEFAULT false, -- the checks, of the zones as they are now
  report json NOT NULL DEFAULT '{}' -- what the checks found; {} before them
);
CREATE UNIQUE INDEX editions_by_name ON luodi.editions (layer, lower(edition));
CREATE INDEX editions_by_coverage ON luodi.editions USING gist (coverage);

CREATE TABLE luodi.zones (
  edition_key integer NOT NULL REFERENCES luodi.editions (key) ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL CHECK (id <> ''),
  name text NOT NULL DEFAULT '',
  geom geometry(Geometry, 4490) NOT NULL
    CONSTRAINT geom_is_ground CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom)),
  attributes jsonb NOT NULL DEFAULT '{}'
    CONSTRAINT attributes_are_texts
      CHECK (jsonb_typeof(attributes) = 'object' AND NOT attributes @? '$.* ? (@.type() != "string")'),
  valid_from date CHECK (isfinite(valid_from)),
  valid_to date CHECK (isfinite(valid_to)), -- the first day after
  source text NOT NULL DEFAULT '',
  confidence text NOT NULL DEFAULT '',
  PRIMARY KEY (edition_key, id)
);
ALTER TABLE luodi.zones ALTER COLUMN geom SET STORAGE EXTERNAL; -- positions do not compress, and reading them is what we wait for
CREATE INDEX zones_by_ground ON luodi.zones USING gist (edition_key, geom);

-- Every publication and withdrawal; the number is that of the atlas edition after it.
CREATE TABLE luodi.acts (
  number integer PRIMARY KEY CHECK (number > 0),
  edition_key integer NOT NULL REFERENCES luodi.editions (key),
  kind text NOT NULL CHECK (kind IN ('PUBLISH', 'WITHDRAW')),
  at timestamptz NOT NULL DEFAULT now(),
  by text NOT NULL DEFAULT session_user
);
CREATE INDEX acts_by_edition ON luodi.acts (edition_key, number);

-- How far each edition has come.
CREATE VIEW luodi.states AS
SELECT e.key, e.layer, e.edition,
       CASE WHEN last.kind = 'PUBLISH' THEN 'published'
            WHEN last.kind = 'WITHDRAW' THEN 'withdrawn'
            WHEN e.passed THEN 'checked'
            ELSE 'draft' END AS state,
       coalesce(last.kind = 'PUBLISH'
         AND last.number = max(last.number) FILTER (WHERE last.kind = 'PUBLISH') OVER (PARTITION BY e.layer), false) AS current
  FROM luodi.editions e
  LEFT JOIN LATERAL (SELECT number, kind FROM luodi.acts a WHERE a.edition_key = e.key ORDER BY number DESC LIMIT 1) last ON true;

-- The zones that answers are made from.
CREATE VIEW luodi.current_zones AS
SELECT s.layer, s.edition, z.*
  FROM luodi.states s
  JOIN luodi.zones z ON z.edition_key = s.key
 WHERE s.current;
