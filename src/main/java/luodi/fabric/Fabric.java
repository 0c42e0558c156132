package luodi.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import luodi.atlas.Atlas;
import luodi.geo.Grid;
import luodi.ground.Ask;
import luodi.ground.Signature;
import org.locationtech.jts.geom.Envelope;

/**
 * The planar overlay of a whole atlas for what the law asks to read: every spot has a word, and of
 * every word it is known how much ground it covers. Immutable and safe for many threads.
 */
public final class Fabric {
  private static final double SHEET = 1 << 23; // grid cells: 0.84 degrees
  private static final double WEST = -180 * Grid.LINES_PER_DEGREE - 0.5;
  private static final double SOUTH = -90 * Grid.LINES_PER_DEGREE - 0.5;
  private static final int COLUMNS = 430;
  private static final int ROWS = 215;

  /** How many sheets the world has. */
  static final int SHEETS = COLUMNS * ROWS;

  private final List<Ask> asks;
  private final Sheet[] sheets;
  private final int[][] wordsOfSheet; // the fabric's number of each word of a sheet
  private final WordTable words;
  private final AtomicReferenceArray<Mosaic> mosaics = new AtomicReferenceArray<>(SHEETS);

  /** Is told how far the work has come. */
  @FunctionalInterface
  public interface Progress {
    void reached(int done, int all);
  }

  Fabric(List<Ask> asks, Sheet[] sheets, int[][] wordsOfSheet, WordTable words) {
    this.asks = List.copyOf(asks);
    this.sheets = sheets;
    this.wordsOfSheet = wordsOfSheet;
    this.words = words;
  }

  /** Compiles an atlas, sheet by sheet, with all processors; the same whatever their number. */
  public static Fabric of(Atlas atlas, List<Ask> asks, Progress progress) {
    return new Compilation(atlas, asks, progress).of(Compilation.everywhere(atlas, asks));
  }

  /** Compiles only the sheets that meet a window of degrees. */
  public static Fabric within(Envelope degrees, Atlas atlas, List<Ask> asks) {
    return new Compilation(atlas, asks, (done, all) -> {}).of(sheetsUnder(List.of(degrees)));
  }

  /**
   * The next atlas: the same as if compiled anew, but sheets on which nothing has changed are taken
   * over.
   *
   * @param atlas of this fabric
   */
  Fabric renewed(Atlas atlas, Compilation next) {
    Sheet[] unchanged = sheets.clone();
    sheetsUnder(Changed.between(atlas, next.atlas(), asks))
        .forEach(number -> unchanged[number] = null);
    return next.takingOver(unchanged).of(Compilation.everywhere(next.atlas(), asks));
  }

  /** The numbers of the sheets that meet some windows of degrees. */
  static SortedSet<Integer> sheetsUnder(Iterable<Envelope> places) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (Envelope degrees : places) {
      if (!degrees.isNull()) {
        Window window = Window.around(degrees);
        for (int row = row(window.y0()); row <= row(window.y1()); row++) {
          for (int column = column(window.x0()); column <= column(window.x1()); column++) {
            numbers.add(row * COLUMNS + column);
          }
        }
      }
    }
    return numbers;
  }

  private static int column(double x) {
    return (int) Math.max(0, Math.min(COLUMNS - 1, Math.floor((x - WEST) / SHEET)));
  }

  private static int row(double y) {
    return (int) Math.max(0, Math.min(ROWS - 1, Math.floor((y - SOUTH) / SHEET)));
  }

  static Window window(int sheet) {
    double x0 = WEST + sheet % COLUMNS * SHEET;
    double y0 = SOUTH + sheet / COLUMNS * SHEET;
    return new Window(x0, y0, x0 + SHEET, y0 + SHEET);
  }

  /** The sheet of a number; null where nothing lies. */
  Sheet sheet(int number) {
    return sheets[number];
  }

  /** The fabric's number of each word of a sheet. */
  int[] wordsOfSheet(int number) {
    return wordsOfSheet[number];
  }

  /** What it was compiled for. */
  public List<Ask> asks() {
    return asks;
  }

  /**
   * All words that occur; a word's number is its position. Words of one county follow each other.
   */
  public List<Word> words() {
    return words.words();
  }

  /** All signatures that occur; a signature's number is its position. */
  public List<Signature> signatures() {
    return words.signatures();
  }

  /** The number of a word's signature. */
  public int signatureOf(int word) {
    return words.signatureOf(word);
  }

  /** The ground under a word, m². */
  public double areaM2(int word) {
    return words.areaM2(word);
  }

  /** The word at a position in degrees; empty where nothing is known. */
  public Optional<Word> at(double lon, double lat) {
    int word = wordAt(lon, lat);
    return word < 0 ? Optional.empty() : Optional.of(words.words().get(word));
  }

  /** The number of the word at a position in degrees, -1 where nothing is known. */
  public int wordAt(double lon, double lat) {
    double x = Ring.Fine.cell(lon);
    double y = Ring.Fine.cell(lat);
    int at = row(y) * COLUMNS + column(x);
    if (sheets[at] == null) {
      return -1;
    }
    int word = sheets[at].wordAt(x, y);
    return word < 0 ? -1 : wordsOfSheet[at][word];
  }

  /** Shows all leaves that meet a window of degrees. */
  public void leaves(Envelope degrees, Leaves shown) {
    Window part = Window.around(degrees);
    for (int number : sheetsAt(part)) {
      sheets[number].leaves(part, new Showing(sheets[number], wordsOfSheet[number], shown));
    }
  }

  /** Shows squares of a twentieth of a degree that meet a window, in the place of leaves. */
  public void squares(Envelope degrees, Leaves shown) {
    Window part = Window.around(degrees);
    for (int number : sheetsAt(part)) {
      mosaic(number).show(part, shown);
    }
  }

  private Mosaic mosaic(int number) {
    Mosaic made = mosaics.get(number);
    if (made == null) {
      made = Mosaic.of(sheets[number], wordsOfSheet[number]);
      mosaics.set(number, made);
    }
    return made;
  }

  /** The windows of the sheets that meet a window of degrees. */
  List<Window> sheetsMeeting(Envelope degrees) {
    return sheetsAt(Window.around(degrees)).stream().map(Fabric::window).toList();
  }

  private List<Integer> sheetsAt(Window part) {
    List<Integer> numbers = new ArrayList<>();
    for (int row = row(part.y0()); row <= row(part.y1()); row++) {
      for (int column = column(part.x0()); column <= column(part.x1()); column++) {
        if (sheets[row * COLUMNS + column] != null) {
          numbers.add(row * COLUMNS + column);
        }
      }
    }
    return numbers;
  }

  /** A sheet's leaves in the fabric's own words. */
  private record Showing(Sheet sheet, int[] words, Leaves to) implements Sheet.Shown {
    @Override
    public void even(Window leaf, int word, int base) {
      to.even(leaf.x0(), leaf.y0(), leaf.x1(), leaf.y1(), words[word]);
    }

    @Override
    public void cut(Window leaf, int cut) {
      to.cut(leaf.x0(), leaf.y0(), leaf.x1(), leaf.y1(), new CutOf(sheet, words, cut));
    }
  }

  private record CutOf(Sheet sheet, int[] words, int cut) implements Leaves.Cut {
    @Override
    public int faces() {
      return sheet.faces(cut);
    }

    @Override
    public int word(int face) {
      return words[sheet.word(cut, face)];
    }

    @Override
    public double areaM2(int face) {
      return sheet.areaM2(cut, face);
    }

    @Override
    public int wordAt(double x, double y) {
      int word = sheet.wordInCut(cut, x, y);
      return word < 0 ? -1 : words[word];
    }
  }

  /** How much memory it takes beside the atlas, bytes. */
  public long bytes() {
    return Arrays.stream(sheets).filter(sheet -> sheet != null).mapToLong(Sheet::bytes).sum();
  }
}
