package luodi.siting;

/**
 * What one rule says of all ground: a {@link Colour} for each class of counties and class of
 * signatures.
 */
record Said(Readings signatures, int[] countyClasses, byte[][] colours) {
  /** True when it says nothing of any ground. */
  boolean isSilent() {
    for (byte[] ofCounty : colours) {
      for (byte colour : ofCounty) {
        if (colour != Colour.NOTHING) {
          return false;
        }
      }
    }
    return true;
  }

  /** True when it does not tell counties apart. */
  boolean isEverywhereTheSame() {
    return colours.length == 1;
  }

  /** The colour in a county by its number, on a signature by its number. */
  int colour(int county, int signature) {
    return colours[countyClasses[county]][signatures.classOf(signature)];
  }
}
