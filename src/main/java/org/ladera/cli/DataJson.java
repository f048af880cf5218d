package org.ladera.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.TableFormat;

/** How a table was read, for programs. */
final class DataJson {
  private DataJson() {}

  static void write(PrintWriter out, DataTable table) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("file", String.valueOf(table.file().getFileName()));
      format(json, table.format());
      json.writeNumberField("rows", table.rows());
      json.writeNumberField("complete_rows", table.complete());
      json.writeArrayFieldStart("columns");
      for (Column column : table.columns()) {
        column(json, column);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("left_out");
      for (DataTable.LeftOut row : table.leftOut()) {
        json.writeStartObject();
        json.writeNumberField("line", row.line());
        json.writeStringField("reason", row.key());
        for (Map.Entry<String, String> value : row.values().entrySet()) {
          json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println();
  }

  private static void format(JsonGenerator json, TableFormat format) throws IOException {
    json.writeStringField("encoding", format.encoding().name());
    json.writeBooleanField("byte_order_mark", format.encoding().mark() > 0);
    json.writeStringField("separator", String.valueOf(format.separator()));
    json.writeBooleanField("sep_line", format.said());
    json.writeStringField("decimal", String.valueOf(format.decimal()));
    json.writeBooleanField("header", format.header());
  }

  private static void column(JsonGenerator json, Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.kind().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("used", column.used());
    if (!column.unit().isEmpty()) {
      json.writeStringField("unit", column.unit());
    }
    if (Double.isFinite(column.least()) && column.kind() != Column.Kind.TRUE_FALSE) {
      json.writeBooleanField("whole", column.whole());
      json.writeNumberField("min", column.least());
      json.writeNumberField("max", column.greatest());
    }
    json.writeNumberField("missing", column.missing());
    json.writeNumberField("distinct", column.distinct());
    if (column.kind() == Column.Kind.CLASSES || column.kind() == Column.Kind.TRUE_FALSE) {
      json.writeArrayFieldStart("values");
      for (String word : column.words()) {
        json.writeString(word);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
