package org.ladera.store.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.ladera.explain.comparison.GivenArray;

/**
 * Reads safetensors: eight bytes with the length of a header, the header in JSON (for each name
 * {@code dtype}, {@code shape}, {@code data_offsets}), then the numbers. Tensors of one or two
 * dimensions in float32 or float64.
 */
final class SafeTensors {
  private static final double SINGLE = 1e-6;

  private SafeTensors() {}

  /** Whether a file begins as one: a length that fits it, and an opening brace. */
  static boolean isOne(byte[] bytes) {
    if (bytes.length < 10 || bytes[8] != '{') {
      return false;
    }
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return header > 1 && header <= bytes.length - 8;
  }

  static List<GivenArray> read(byte[] bytes) throws UnreadableArrays {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) in.getLong();
    List<GivenArray> arrays = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(bytes, 8, header)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        expect(json.nextToken() == JsonToken.START_OBJECT);
        if (name.equals("__metadata__")) {
          json.skipChildren();
        } else {
          arrays.add(tensor(name, json, in, 8 + header));
        }
      }
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new UnreadableArrays("damaged");
    }
    if (arrays.isEmpty()) {
      throw new UnreadableArrays("none");
    }
    return arrays;
  }

  private static void expect(boolean is) throws UnreadableArrays {
    if (!is) {
      throw new UnreadableArrays("damaged");
    }
  }

  private static GivenArray tensor(String name, JsonParser json, ByteBuffer in, int data)
      throws IOException, UnreadableArrays {
    String type = "";
    List<Long> shape = List.of();
    List<Long> ends = List.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> type = json.getText();
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> ends = numbers(json);
        default -> json.skipChildren();
      }
    }
    int size = type.equals("F64") ? Double.BYTES : Float.BYTES;
    if (!type.equals("F64") && !type.equals("F32")) {
      throw new UnreadableArrays("type", "name", name);
    }
    if (shape.size() > 2) {
      throw new UnreadableArrays("dimensions", "name", name);
    }
    long count = shape.stream().reduce(1L, (a, b) -> a * b);
    expect(
        ends.size() == 2
            && ends.get(0) >= 0
            && ends.get(1) - ends.get(0) == count * size
            && data + ends.get(1) <= in.capacity());
    double[] values = new double[(int) count];
    double[] slack = new double[values.length];
    int at = (int) (data + ends.get(0));
    for (int i = 0; i < values.length; i++) {
      values[i] = size == Double.BYTES ? in.getDouble(at) : in.getFloat(at);
      slack[i] = size == Double.BYTES ? 0 : SINGLE * Math.abs(values[i]);
      at += size;
    }
    int columns = shape.isEmpty() ? 1 : (int) (long) shape.getLast();
    int rows = shape.size() == 2 ? (int) (long) shape.getFirst() : 1;
    return new GivenArray(name, rows, columns, values, slack);
  }

  private static List<Long> numbers(JsonParser json) throws IOException, UnreadableArrays {
    expect(json.currentToken() == JsonToken.START_ARRAY);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      numbers.add(json.getLongValue());
      expect(numbers.getLast() >= 0 && numbers.getLast() <= Integer.MAX_VALUE);
    }
    expect(json.currentToken() == JsonToken.END_ARRAY);
    return numbers;
  }
}
