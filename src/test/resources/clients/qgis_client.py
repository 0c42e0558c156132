"""What QGIS makes of a server: adds layers as a planner would, and prints what it sees as JSON.

Usage: qgis_client.py ADDRESS
"""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication, QgsCoordinateReferenceSystem, QgsExpression, QgsFeatureRequest, QgsMapRendererParallelJob,
    QgsMapSettings, QgsPointXY, QgsGeometry, QgsRectangle, QgsVectorLayer, QgsVectorTileLayer,
)

address = sys.argv[1]
QgsApplication.setPrefixPath("/usr", True)
qgis = QgsApplication([], False)
qgis.initQgis()


def features(collection):
    layer = QgsVectorLayer(f"url='{address}' typename='{collection}'", collection, "OAPIF")
    assert layer.isValid(), layer.error().summary()
    return layer


units = features("env-unit")
counties = features("counties")
window = QgsRectangle(105, 37, 107, 39)
spot = QgsGeometry.fromPointXY(QgsPointXY(106.2, 38.4))

in_window = [f["id"] for f in counties.getFeatures(QgsFeatureRequest(window))]
key = QgsFeatureRequest(QgsExpression("\"class\" = 'key'"))
identified = [
    f["id"]
    for f in units.getFeatures(QgsFeatureRequest(QgsRectangle(106.19, 38.39, 106.21, 38.41)))
    if f.geometry().contains(spot)
]

tiles = QgsVectorTileLayer(
    f"type=xyz&url={address}/tiles/counties/%7Bz%7D/%7Bx%7D/%7By%7D.mvt&zmin=0&zmax=14", "tiles")
assert tiles.isValid(), tiles.error().summary()
settings = QgsMapSettings()
settings.setLayers([tiles])
settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
settings.setExtent(QgsRectangle(11600000, 4400000, 11900000, 4700000))
settings.setOutputSize(QSize(256, 256))
settings.setBackgroundColor(QColor("white"))
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
drawn = sum(
    1 for x in range(0, 256, 4) for y in range(0, 256, 4) if image.pixelColor(x, y) != QColor("white"))

print(json.dumps({
    "count": units.featureCount(),
    "read": sum(1 for _ in units.getFeatures()),
    "crs": units.crs().authid(),
    "fields": [field.name() for field in units.fields()],
    "window": sorted(in_window),
    "key": sum(1 for _ in units.getFeatures(key)),
    "identified": identified,
    "drawn": drawn,
}))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 crashes when Python takes its layers down
