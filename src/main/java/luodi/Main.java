package luodi;

/** The door: hands the command line to {@code luodi.cli}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("luodi");
  }
}
