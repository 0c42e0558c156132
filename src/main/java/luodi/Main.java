package luodi;

import luodi.cli.Luodi;

/** The door: hands the command line to {@link Luodi}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Luodi.run(arguments, System.out, System.err));
  }
}
