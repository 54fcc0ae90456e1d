package org.greensward.tile.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests for tiles before the servlets are reached, without a thread that waits: they are
 * the public's for everybody, with a session or without. What it does not understand at once, and
 * what a program with a key asks, goes on to them.
 */
final class TileHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(TileHandler.class);
  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
  private static final HttpField VARY =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding, Accept");
  private static final HttpField[] TYPES = {
    new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, TileFormat.GEOJSON.mediaType()),
    new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, TileFormat.MVT.mediaType())
  };
  private static final byte[] NOT_NOW =
      """
      {"title":"Service Unavailable","status":503,\
      "detail":"This tile cannot be made just now; ask again in a moment."}"""
          .getBytes(StandardCharsets.UTF_8);

  private final TileRequestParser addresses;
  private final TileResponses answers;

  TileHandler(TileRequestParser addresses, TileResponses answers) {
    this.addresses = addresses;
    this.answers = answers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    TileRequest tile = read(request);
    if (tile == null || answers.isAhead(tile)) {
      request.getComponents().getExecutor().execute(() -> goOn(request, response, callback));
      return true;
    }
    TileResponses.Answer atOnce = answers.findAnswer(tile);
    if (atOnce != null) {
      write(atOnce, request, response, callback);
      return true;
    }
    answers
        .answer(tile)
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                write(answer, request, response, callback);
              } else {
                LOG.warn("{} cannot be made", request.getHttpURI().getPathQuery(), failure);
                writeFailure(response, callback);
              }
            });
    return true;
  }

  /** Nothing here blocks, so requests are read and answered on the thread that they come in on. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** What the servlets do may block, so it gets a thread. */
  private void goOn(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable e) { // as the server itself does with what a handler throws
      Response.writeError(request, response, callback, e);
    }
  }

  /** The tile that is asked for, if anybody may have it and the client takes gzip; else null. */
  private TileRequest read(Request request) {
    String path = request.getHttpURI().getPath();
    if (!path.startsWith(TileRequestParser.PREFIX)
        || !HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return null;
    }
    boolean gzip = false;
    String accept = null;
    String has = null;
    for (HttpField field : request.getHeaders()) {
      HttpHeader header = field.getHeader();
      if (header == HttpHeader.AUTHORIZATION) {
        return null;
      } else if (header == HttpHeader.ACCEPT_ENCODING) {
        gzip |= field.getValue().contains("gzip") && !field.getValue().contains(";q=0");
      } else if (header == HttpHeader.ACCEPT) {
        accept = field.getValue();
      } else if (header == HttpHeader.IF_NONE_MATCH) {
        has = has == null ? field.getValue() : has + "," + field.getValue();
      }
    }
    return gzip ? addresses.find(path, request.getHttpURI().getQuery(), accept, has) : null;
  }

  private static void write(
      TileResponses.Answer answer, Request request, Response response, Callback callback) {
    int status = answer.status();
    HttpFields.Mutable headers = response.getHeaders();
    headers.add(answer.tag().field());
    headers.add(answer.life().field());
    headers.add(VARY);
    response.setStatus(status);
    if (status != 200) {
      callback.succeeded();
      return;
    }
    headers.add(TYPES[answer.format().ordinal()]);
    headers.add(GZIP);
    headers.put(HttpHeader.CONTENT_LENGTH, answer.tile().size());
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? null : answer.tile().gzipBuffer(), callback);
  }

  private static void writeFailure(Response response, Callback callback) {
    response.setStatus(503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(NOT_NOW), callback);
  }
}
