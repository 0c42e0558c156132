"""What a planner does in QGIS over PostGIS: opens a draft, moves one zone, adds another, saves, publishes.

Usage: qgis_planner.py HOST PORT DATABASE USER LAYER EDITION
"""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import (  # noqa: E402
    QgsApplication, QgsDataSourceUri, QgsFeature, QgsGeometry, QgsProviderRegistry, QgsRectangle, QgsVectorLayer,
    QgsVectorLayerUtils,
)

host, port, database, user, layer_id, edition = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
qgis = QgsApplication([], False)
qgis.initQgis()

uri = QgsDataSourceUri()
uri.setConnection(host, port, database, user, "")
connection = QgsProviderRegistry.instance().providerMetadata("postgres").createConnection(uri.uri(False), {})
connection.executeSql(f"SELECT luodi.edit('{layer_id}', '{edition}')")

uri.setDataSource("luodi_drafts", f"{layer_id}@{edition}", "geom", "", "id")
draft = QgsVectorLayer(uri.uri(False), "draft", "postgres")
assert draft.isValid(), draft.error().summary()
before = draft.featureCount()

assert draft.startEditing()
old = next(draft.getFeatures())
assert draft.changeGeometry(old.id(), QgsGeometry.fromRect(QgsRectangle(110, 30, 110.25, 30.25)))
assert draft.changeAttributeValue(old.id(), draft.fields().indexOf("attributes"), {"zone": "core-protection"})
new = QgsVectorLayerUtils.createFeature(draft, QgsGeometry.fromRect(QgsRectangle(111, 30, 111.5, 30.5)))
new["name"] = "新划定"
assert draft.addFeature(new)
assert draft.commitChanges(), draft.commitErrors()

number = connection.executeSql(f"SELECT luodi.publish('{layer_id}', '{edition}')")[0][0]

assert draft.startEditing()
draft.deleteFeature(next(draft.getFeatures()).id())
refused = not draft.commitChanges()

print(json.dumps({
    "crs": draft.crs().authid(), "before": before, "number": number, "refused": refused,
    "why": draft.commitErrors(),
}))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 crashes when Python takes its layers down
