"""What QGIS itself makes of the service, without a screen.

Started once for all checks, since QGIS takes seconds to start: reads what it is given as JSON from
standard input (addresses, logins, what to edit) and prints one line of JSON for each check:
{"check": name, "result": ...} or {"check": name, "error": ...}. A new check is a function here with
@check, and a test in QgisTest that looks at its result.
"""

import json
import os
import sys
import tempfile
import traceback

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
FOLDER = tempfile.TemporaryDirectory()
os.environ["QGIS_AUTH_DB_DIR_PATH"] = FOLDER.name  # keys are kept in a store of this run alone

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QEventLoop, QSize  # noqa: E402

CHECKS = []


def check(function):
    """Marks a check: it takes what was given and returns what JSON can say."""
    CHECKS.append(function)
    return function


def postgis(given, role, table, geometry="geom", key="id"):
    """A layer of a view, as the login of a role sees it."""
    database, login = given["database"], given[role]
    uri = QgsDataSourceUri()
    uri.setConnection(
        database["host"], str(database["port"]), database["name"], login["user"], login["password"]
    )
    uri.setDataSource(database["schema"], table, geometry, "", key)
    return QgsVectorLayer(uri.uri(False), table, "postgres")


def parcel(layer, given):
    return next(layer.getFeatures("reference = '%s'" % given["reference"]))


def committed(layer):
    """What QGIS says of an attempt to save: whether it did, and its words."""
    saved = layer.commitChanges()
    words = "\n".join(layer.commitErrors())
    if not saved:
        layer.rollBack()
    return {"saved": saved, "words": words}


@check
def postgis_layer(given):
    layer = postgis(given, "officer", "land_areas")
    return {
        "valid": layer.isValid(),
        "count": layer.featureCount(),
        "crs": layer.crs().authid(),
        "type": QgsWkbTypes.displayString(layer.wkbType()),
        "fields": [field.name() for field in layer.fields()],
    }


@check
def edit_attribute_and_shape(given):
    layer = postgis(given, "officer", "land_areas")
    feature = parcel(layer, given)
    shape = QgsGeometry(feature.geometry())
    shape.translate(1.5, 0)
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("name"), "Edited in QGIS")
    layer.changeGeometry(feature.id(), shape)
    return committed(layer)


@check
def add_and_delete(given):
    layer = postgis(given, "officer", "land_points")
    added = QgsFeature(layer.fields())
    added.setAttribute("asset_type", "tree")
    added.setAttribute("name", "Planted in QGIS")
    added.setGeometry(QgsGeometry.fromWkt("Point (%s)" % given["spot"]))
    layer.startEditing()
    layer.addFeature(added)
    result = {"added": committed(layer)}
    made = next(layer.getFeatures("name = 'Planted in QGIS'"))
    result["reference"] = made["reference"]
    layer.startEditing()
    layer.deleteFeature(made.id())
    result["deleted"] = committed(layer)
    result["left"] = len(list(layer.getFeatures("name = 'Planted in QGIS'")))
    return result


@check
def unknown_asset_type(given):
    layer = postgis(given, "officer", "land_areas")
    layer.startEditing()
    layer.changeAttributeValue(
        parcel(layer, given).id(), layer.fields().indexOf("asset_type"), "lawn"
    )
    return committed(layer)


@check
def council_edits(given):
    layer = postgis(given, "council", "land_areas")
    layer.startEditing()
    layer.changeAttributeValue(parcel(layer, given).id(), layer.fields().indexOf("name"), "Ours")
    return committed(layer)


@check
def statuses_of_each(given):
    def of(role):
        layer = postgis(given, role, "statuses", geometry=None)
        return sorted({f["council"] for f in layer.getFeatures() if f["confidential"]})

    return {"officer": of("officer"), "council": of("council")}


def oapif(given, collection, more=""):
    """A layer of a collection of the API, as QGIS adds it."""
    uri = "url='%s/ogc' typename='%s' %s" % (given["service"], collection, more)
    return QgsVectorLayer(uri, collection, "OAPIF")


@check
def collections(given):
    found = {}
    for collection in given["collections"]:
        layer = oapif(given, collection)
        found[collection] = {"valid": layer.isValid(), "count": layer.featureCount()}
    return found


@check
def features_of_a_collection(given):
    """By box and by page, as a map window asks for them."""
    layer = oapif(given, "parishes", "restrictToRequestBBOX='1' pagingEnabled='true' pageSize='7'")
    box = QgsFeatureRequest().setFilterRect(QgsRectangle(-0.80, 52.00, -0.70, 52.05))
    return {
        "all": len(list(oapif(given, "parishes", "pageSize='7'").getFeatures())),
        "crs": layer.crs().authid(),
        "in_box": sorted(feature["name"] for feature in layer.getFeatures(box)),
    }


@check
def statuses_by_key(given):
    def of(more):
        return sorted(
            feature["council"]
            for feature in oapif(given, "statuses", more).getFeatures()
            if str(feature.attribute("to")).find("2032") >= 0
        )

    return {
        "public": of(""),
        "council": of("username='qgis' password='%s'" % given["key"]),
    }


@check
def wrong_key(given):
    """QGIS may describe the layer from what it kept of another one; it gets no features of it."""
    layer = oapif(given, "statuses", "username='qgis' password='gsw_wrong'")
    return {"features": len(list(layer.getFeatures())) if layer.isValid() else 0}


@check
def vector_tiles(given):
    """Drawn without a style of ours: how much of the picture is not its ground."""
    address = "%s/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}.mvt" % given["service"]
    layer = QgsVectorTileLayer("type=xyz&url=%s&zmin=0&zmax=18" % address, "tiles")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(256, 256))
    settings.setExtent(QgsRectangle(-100000, 6790000, -60000, 6830000))
    job = QgsMapRendererSequentialJob(settings)
    waiting = QEventLoop()
    job.finished.connect(waiting.quit)
    job.start()
    waiting.exec_()
    picture = job.renderedImage()
    ground = picture.pixel(0, 255)
    painted = sum(
        picture.pixel(x, y) != ground
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    )
    return {"valid": layer.isValid(), "painted": painted}


def drawn(project, picture):
    """How much of each colour is in what a project shows when it is opened.

    To look at it, name a file in QGIS_PICTURE_PUBLIC or QGIS_PICTURE_COUNCIL.
    """
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(500, 500))
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    tree = project.layerTreeRoot()
    settings.setLayers([x for x in tree.layerOrder() if tree.findLayer(x.id()).isVisible()])
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if picture:
        image.save(picture)
    colours = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            name = image.pixelColor(x, y).name()
            colours[name] = colours.get(name, 0) + 1
    return colours


def opened(given, whose):
    """A project as QGIS reads it from the file that was downloaded."""
    path = os.path.join(FOLDER.name, whose + ".qgs")
    with open(path, "w", encoding="utf-8") as file:
        file.write(given["projects"][whose])
    project = QgsProject()
    read = project.read(path)
    layers = {}
    for layer in project.mapLayers().values():
        renderer = layer.renderer()
        layers[layer.id()] = {
            "valid": layer.isValid(),
            "count": layer.featureCount() if isinstance(layer, QgsVectorLayer) else None,
            "crs": layer.crs().authid(),
            "attribution": layer.attribution(),
            "labels": getattr(layer, "labelsEnabled", bool)(),
            "categories": [x.label() for x in renderer.categories()]
            if renderer.type() == "categorizedSymbol"
            else [x.styleName() for x in getattr(renderer, "styles", list)()],
        }
    return {
        "read": read,
        "title": project.title(),
        "abstract": project.metadata().abstract(),
        "crs": project.crs().authid(),
        "extent": project.viewSettings().defaultViewExtent().asWktPolygon(),
        "layers": layers,
        "colours": drawn(project, os.environ.get("QGIS_PICTURE_" + whose.upper())),
    }


@check
def project_of_the_public(given):
    return opened(given, "public")


@check
def project_of_a_council(given):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("of this run", True)
    login = QgsAuthMethodConfig("Basic")
    login.setId("greensw")
    login.setName("Greensward")
    login.setConfig("username", "any")
    login.setConfig("password", given["key"])
    manager.storeAuthenticationConfig(login)
    return opened(given, "council")


def main():
    given = json.load(sys.stdin)
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    for function in CHECKS:
        try:
            line = {"check": function.__name__, "result": function(given)}
        except Exception:  # one check that fails leaves the others
            line = {"check": function.__name__, "error": traceback.format_exc()}
        print(json.dumps(line), flush=True)
    application.exitQgis()


main()
