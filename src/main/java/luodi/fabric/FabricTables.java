package luodi.fabric;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.ground.Ask;
import luodi.ground.Interval;
import luodi.ground.Letter;
import luodi.ground.Signature;

/** The tables of a fabric's file: letters, signatures, words, and the regions of each sheet. */
final class FabricTables {
  private final Atlas atlas;
  private final Map<String, Optional<County>> counties = new HashMap<>();

  FabricTables(Atlas atlas) {
    this.atlas = atlas;
  }

  void write(Fabric fabric, DataOutputStream out) throws IOException {
    Map<Letter, Integer> letters = new HashMap<>();
    List<Letter> inOrder = new ArrayList<>();
    for (Signature signature : fabric.signatures()) {
      signature.letters().forEach(letter -> number(letter, letters, inOrder));
    }
    for (int number = 0; number < Fabric.SHEETS; number++) {
      if (fabric.sheet(number) != null) {
        for (Region region : fabric.sheet(number).regions()) {
          region.letters().forEach(letter -> number(letter, letters, inOrder));
          region.taken().forEach(letter -> number(letter, letters, inOrder));
        }
      }
    }
    out.writeInt(inOrder.size());
    for (Letter letter : inOrder) {
      write(letter, out);
    }
    out.writeInt(fabric.signatures().size());
    for (Signature signature : fabric.signatures()) {
      write(signature.letters(), letters, out);
    }
    out.writeInt(fabric.words().size());
    for (int word = 0; word < fabric.words().size(); word++) {
      out.writeInt(fabric.signatureOf(word));
      out.writeUTF(fabric.words().get(word).county().map(one -> one.zone().id()).orElse(""));
      out.writeDouble(fabric.areaM2(word));
    }
    writeSheets(fabric, letters, out);
  }

  private static int number(Letter letter, Map<Letter, Integer> letters, List<Letter> inOrder) {
    return letters.computeIfAbsent(
        letter,
        added -> {
          inOrder.add(added);
          return inOrder.size() - 1;
        });
  }

  private static void writeSheets(Fabric fabric, Map<Letter, Integer> letters, DataOutputStream out)
      throws IOException {
    for (int number = 0; number < Fabric.SHEETS; number++) {
      Sheet sheet = fabric.sheet(number);
      if (sheet == null) {
        continue;
      }
      out.writeInt(number);
      out.writeInt(sheet.ints().capacity());
      out.writeInt(sheet.regions().size());
      for (Region region : sheet.regions()) {
        out.writeUTF(region.county().map(county -> county.zone().id()).orElse(""));
        out.writeUTF(region.zone().map(zone -> region.letters().get(0).layer()).orElse(""));
        out.writeUTF(region.zone().map(Zone::id).orElse(""));
        write(region.letters(), letters, out);
        write(region.taken(), letters, out);
      }
      int[] words = fabric.wordsOfSheet(number);
      out.writeInt(words.length);
      for (int word = 0; word < words.length; word++) {
        out.writeInt(words[word]);
        out.writeDouble(sheet.areaM2(word));
      }
    }
    out.writeInt(-1);
  }

  Fabric read(List<Ask> asks, DataInputStream in, FabricFile.Mapped mapped) throws IOException {
    Letter[] letters = new Letter[in.readInt()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = readLetter(in);
    }
    Signature[] signatures = new Signature[in.readInt()];
    for (int i = 0; i < signatures.length; i++) {
      signatures[i] = Signature.of(readLetters(letters, in));
    }
    List<Word> words = new ArrayList<>();
    double[] areas = new double[in.readInt()];
    for (int i = 0; i < areas.length; i++) {
      words.add(new Word(signatures[in.readInt()], county(in.readUTF())));
      areas[i] = in.readDouble();
    }
    Sheet[] sheets = new Sheet[Fabric.SHEETS];
    int[][] wordsOfSheet = new int[Fabric.SHEETS][];
    for (int number = in.readInt(); number >= 0; number = in.readInt()) {
      int ints = in.readInt();
      List<Region> regions = readRegions(letters, in);
      wordsOfSheet[number] = new int[in.readInt()];
      List<Word> own = new ArrayList<>();
      double[] ownAreas = new double[wordsOfSheet[number].length];
      for (int i = 0; i < ownAreas.length; i++) {
        wordsOfSheet[number][i] = in.readInt();
        ownAreas[i] = in.readDouble();
        own.add(words.get(wordsOfSheet[number][i]));
      }
      sheets[number] = new Sheet(Fabric.window(number), mapped.next(ints), regions, own, ownAreas);
    }
    return new Fabric(asks, sheets, wordsOfSheet, new WordTable(words, areas));
  }

  private List<Region> readRegions(Letter[] letters, DataInputStream in) throws IOException {
    List<Region> regions = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      Optional<County> county = county(in.readUTF());
      String layer = in.readUTF();
      Optional<Zone> zone = atlas.zone(layer, in.readUTF());
      regions.add(Region.known(readLetters(letters, in), readLetters(letters, in), county, zone));
    }
    return regions;
  }

  private Optional<County> county(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : counties.computeIfAbsent(id, added -> atlas.zone(County.LAYER, id).map(County::of));
  }

  private static void write(
      List<Letter> letters, Map<Letter, Integer> numbers, DataOutputStream out) throws IOException {
    out.writeShort(letters.size());
    for (Letter letter : letters) {
      out.writeInt(numbers.get(letter));
    }
  }

  private static List<Letter> readLetters(Letter[] letters, DataInputStream in) throws IOException {
    List<Letter> read = new ArrayList<>();
    for (int i = in.readUnsignedShort(); i > 0; i--) {
      read.add(letters[in.readInt()]);
    }
    return read;
  }

  private static void write(Letter letter, DataOutputStream out) throws IOException {
    out.writeUTF(letter.layer());
    out.writeByte(letter.kind().ordinal());
    out.writeDouble(letter.withinM().orElse(Double.NaN));
    out.writeUTF(letter.days().from().map(Object::toString).orElse(""));
    out.writeUTF(letter.days().to().map(Object::toString).orElse(""));
    out.writeShort(letter.attributes().size());
    for (Map.Entry<String, String> attribute : letter.attributes().entrySet()) {
      out.writeUTF(attribute.getKey());
      byte[] value = attribute.getValue().getBytes(StandardCharsets.UTF_8); // may be long
      out.writeInt(value.length);
      out.write(value);
    }
  }

  private static Letter readLetter(DataInputStream in) throws IOException {
    String layer = in.readUTF();
    Letter.Kind kind = Letter.Kind.values()[in.readByte()];
    double withinM = in.readDouble();
    Interval days = Interval.parse(in.readUTF(), in.readUTF());
    Map<String, String> attributes = new TreeMap<>();
    for (int i = in.readUnsignedShort(); i > 0; i--) {
      String name = in.readUTF();
      byte[] value = new byte[in.readInt()];
      in.readFully(value);
      attributes.put(name, new String(value, StandardCharsets.UTF_8));
    }
    return switch (kind) {
      case ZONE -> Letter.zone(layer, attributes, days);
      case BAND -> Letter.zone(layer, attributes, days).within(withinM);
      case COVERAGE ->
          Double.isNaN(withinM) ? Letter.coverage(layer) : Letter.coverage(layer, withinM);
    };
  }
}
