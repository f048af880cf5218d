package org.ladera.store.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.store.python.UnreadableArrays;

class TrainedWeightsTest {
  /** W1 (2 × 3), b1, W2 (3 × 1) without bias, in the engine's order. */
  private static final double[] PARAMETERS = {1, 2, 3, 4, 5, 6, 0.5, 0.25, -0.125, 7, 8, 9};

  @TempDir Path folder;

  private static NetworkSpec network() {
    return new NetworkSpec(
        2,
        List.of(
            LayerSpec.dense(3, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()));
  }

  private TrainedWeights read(String name, byte[] bytes) throws IOException, UnreadableArrays {
    return TrainedWeights.read(Files.write(folder.resolve(name), bytes));
  }

  private TrainedWeights read(String text) throws IOException, UnreadableArrays {
    return read("net.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void names_and_shapes_of_numpy_and_of_pytorch_are_the_same_network() throws Exception {
    String numpy = "{\"W1\": [[1,2,3],[4,5,6]], \"b1\": [0.5,0.25,-0.125], \"W2\": [[7],[8],[9]]}";
    String turned = "W1 = [[1 4] [2 5] [3 6]]\nb1 = [[0.5] [0.25] [-0.125]]\nW2 = [[7 8 9]]\n";
    String torch =
        "{\"layers.0.weight\": [[1,4],[2,5],[3,6]], \"layers.0.bias\": [0.5,0.25,-0.125],"
            + " \"layers.2.weight\": [[7,8,9]]}";
    String versions = "numpy = 1.26.4\ndate = 2026-11-30\n" + turned;
    for (String text : List.of(numpy, turned, versions, torch)) {
      assertArrayEquals(PARAMETERS, read(text).parameters(network()), text);
    }
    TrainedWeights again = read(read(numpy).json());
    assertArrayEquals(PARAMETERS, again.parameters(network()));
  }

  @Test
  void safetensors_are_read_in_both_precisions() throws Exception {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"fc1.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
            + "\"fc1.bias\":{\"dtype\":\"F64\",\"shape\":[3],\"data_offsets\":[24,48]},"
            + "\"fc2.weight\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[48,60]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 60).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (float v : new float[] {1, 4, 2, 5, 3, 6}) {
      bytes.putFloat(v);
    }
    for (double v : new double[] {0.5, 0.25, -0.125}) {
      bytes.putDouble(v);
    }
    for (float v : new float[] {7, 8, 9}) {
      bytes.putFloat(v);
    }
    byte[] whole = bytes.array();
    assertArrayEquals(PARAMETERS, read("net.safetensors", whole).parameters(network()));
    for (int cut = 1; cut < whole.length; cut++) {
      byte[] part = java.util.Arrays.copyOf(whole, cut);
      assertThrows(UnreadableArrays.class, () -> read("net.safetensors", part), "cut at " + cut);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = [[1 2]] | weights | x",
        "W99999999999 = [[1 2]] | weights | x",
        "W1 = [[1 nan]] | weights.finite | W1",
        "W1: [[1, -Infinity]] | weights.finite | W1",
        "W1 = [[1 2]]; b1 = [NaN 1] | weights.finite | b1",
        "W1 = [[1e99999999999 2]] | weights.finite | W1",
        "W1 = [[1 2 3] [4 5 6]]; W2 = [[7] [8]] | weights.chain | 2×3 2×1",
        "W1 = [[1 2 3] [4 5 6]]; b1 = [1 2]; W2 = [[7] [8] [9]] | weights.bias | 2 3",
        "W1 = [[1 2 3] [4 5 6]]; b1 = [1 2 3] | weights.layers | 1 2",
        "W1 = [[1 2] [4 5]]; b1 = [1 2]; W2 = [[7] [8]] | weights.shape | 2×2 2×3",
        "W1 = [[1 2 3] [4 5 6]]; W2 = [[7] [8] [9]] | weights.no-bias | 1",
        "W1 = [[1 2 3] [4 5 6]]; b1 = [1 2 3]; W2 = [[7] [8] [9]]; b2 = [1]|weights.with-bias|2"
      })
  void a_network_of_another_shape_gets_one_sentence_with_both(
      String text, String key, String values) {
    UnreadableArrays fault =
        assertThrows(
            UnreadableArrays.class,
            () -> read(text.replace("; ", "\n")).parameters(network()),
            text);
    assertEquals(key, fault.key());
    if (!key.equals("weights")) {
      for (String value : values.split(" ")) {
        assertTrue(fault.values().containsValue(value), () -> fault.values().toString());
      }
    }
  }
}
