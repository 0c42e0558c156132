-- A GeoPackage 1.3 file: the tables that the standard demands, and the manifests of the layers.
PRAGMA application_id = 1196444487; -- "GPKG"
PRAGMA user_version = 10301;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]', NULL);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
-- Every edition of every layer with its manifest. Its features lie in a table named as the layer while it is the current
-- edition, and in layer@edition otherwise.
CREATE TABLE luodi_editions (
  id TEXT NOT NULL, edition TEXT NOT NULL COLLATE NOCASE, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
  geometry TEXT NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL, crs TEXT NOT NULL, accuracy_m DOUBLE NOT NULL,
  exact INTEGER NOT NULL, synthetic INTEGER NOT NULL, coverage BLOB, passed INTEGER NOT NULL, report TEXT NOT NULL,
  PRIMARY KEY (id, edition));
-- Every publication and withdrawal; the number is that of the atlas edition after it.
CREATE TABLE luodi_acts (
  number INTEGER PRIMARY KEY, layer TEXT NOT NULL, edition TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('PUBLISH', 'WITHDRAW')),
  FOREIGN KEY (layer, edition) REFERENCES luodi_editions (id, edition));
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES
  ('luodi_editions', 'attributes', 'luodi_editions', 'The editions of the layers with their manifests', '2026-01-01T00:00:00.000Z'),
  ('luodi_acts', 'attributes', 'luodi_acts', 'The publications and withdrawals of editions', '2026-01-01T00:00:00.000Z');
