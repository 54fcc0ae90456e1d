package org.greensward.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows in the binary format of PostgreSQL's {@code COPY}, in which geometry is EWKB and costs
 * nothing to write or understand. Numbers are {@code bigint} and {@code double precision}.
 */
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int HEADER_LENGTH = SIGNATURE.length + 2 * Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private BinaryCopy() {}

  /** The columns of a row, each to be taken once, in their order. */
  public static final class Columns {
    private final ByteBuffer row;

    private Columns(byte[] row) {
      this.row = ByteBuffer.wrap(row);
    }

    /** A {@code bigint} that is not null. */
    public long bigint() {
      row.getInt();
      return row.getLong();
    }

    /** A {@code double precision} that is not null. */
    public double number() {
      return Double.longBitsToDouble(bigint());
    }

    /** A {@code boolean} that is not null. */
    public boolean flag() {
      row.getInt();
      return row.get() != 0;
    }

    /** The bytes of any other type, such as a geometry's EWKB; may be null. */
    public byte[] bytes() {
      int length = row.getInt();
      if (length < 0) {
        return null;
      }
      byte[] bytes = new byte[length];
      row.get(bytes);
      return bytes;
    }
  }

  /** Takes one row. */
  public interface Consumer {
    void row(Columns columns);
  }

  /** Runs a query and passes each row on. */
  public static void read(JdbcTemplate jdbc, String query, Consumer consumer) {
    jdbc.execute(
        (ConnectionCallback<Void>)
            connection -> {
              CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
              CopyOut out = copy.copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
              try {
                boolean begun = false;
                // Each message is one row; the first has the header before it.
                for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                  Columns columns = new Columns(row);
                  columns.row.position(begun ? 0 : HEADER_LENGTH);
                  begun = true;
                  if (columns.row.getShort() >= 0) {
                    consumer.row(columns);
                  }
                }
              } finally {
                if (out.isActive()) {
                  out.cancelCopy();
                }
              }
              return null;
            });
  }

  /** Rows to be copied into a table, gathered in memory. */
  public static final class Rows {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int columns;

    public Rows(int columns) {
      this.columns = columns;
      try {
        out.write(SIGNATURE);
        out.writeLong(0); // no flags, no extension of the header
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Adds a row of {@code Long}, {@code Double}, {@code byte[]} or null. */
    public void add(Object... values) {
      try {
        out.writeShort(columns);
        for (Object value : values) {
          if (value == null) {
            out.writeInt(-1);
          } else if (value instanceof byte[] its) {
            out.writeInt(its.length);
            out.write(its);
          } else {
            out.writeInt(Long.BYTES);
            out.writeLong(
                value instanceof Double number ? Double.doubleToRawLongBits(number) : (Long) value);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Copies all rows into a table, which has as many columns. */
    public void write(JdbcTemplate jdbc, String table) {
      byte[] all = bytes.toByteArray();
      jdbc.execute(
          (ConnectionCallback<Long>)
              connection -> {
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                try {
                  return copy.copyIn(
                      "COPY " + table + " FROM STDIN (FORMAT binary)",
                      new ByteArrayInputStream(all),
                      BUFFER);
                } catch (IOException e) {
                  throw new SQLException(e);
                }
              });
    }
  }
}
