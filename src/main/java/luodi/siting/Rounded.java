package luodi.siting;

/** Numbers as answers show them; what decides is never rounded. */
final class Rounded {
  private Rounded() {}

  static double toDecimetres(double metres) {
    return Math.rint(metres * 10) / 10;
  }

  /** Square metres to one decimal. */
  static double toCentiares(double squareMetres) {
    return Math.rint(squareMetres * 10) / 10;
  }

  static double toShare(double share) {
    return Math.rint(share * 1e6) / 1e6;
  }
}
