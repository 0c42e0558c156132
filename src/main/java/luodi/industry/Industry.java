package luodi.industry;

/** One entry of GB/T 4754-2017. */
public record Industry(String code, int level, String zh, String en, String parent) {}
