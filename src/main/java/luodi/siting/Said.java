package luodi.siting;

/**
 * What one rule says of all ground: a {@link Colour} for each class of counties and class of
 * signatures.
 */
record Said(Readings signatures, int[] countyClasses, byte[][] colours) {
  /** True when it says nothing of any ground. */
  boolean isSilent() {
    for (int ofClass = 0; ofClass < signatures.count(); ofClass++) {
      if (!isSilentOn(ofClass)) {
        return false;
      }
    }
    return true;
  }

  /** True when it says nothing of a class of signatures in any county. */
  boolean isSilentOn(int ofClass) {
    for (byte[] ofCounty : colours) {
      if (ofCounty[ofClass] != Colour.NOTHING) {
        return false;
      }
    }
    return true;
  }

  /** True when it does not tell counties apart. */
  boolean isEverywhereTheSame() {
    return colours.length == 1;
  }

  /** The colour in a county by its number, on a ground by its number. */
  int colour(int county, int ground) {
    return colours[countyClasses[county]][signatures.classOf(ground)];
  }
}
