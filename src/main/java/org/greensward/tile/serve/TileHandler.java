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
 * Answers requests for public tiles before the servlets are reached, without a thread that waits.
 * What it does not understand at once, and what somebody asks who signs in, goes on to them.
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

  private final TileAddresses addresses;
  private final TileAnswers answers;

  TileHandler(TileAddresses addresses, TileAnswers answers) {
    this.addresses = addresses;
    this.answers = answers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    TileRequest tile = isPlain(request) ? addresses.find(request) : null;
    if (tile == null || answers.isAhead(tile)) {
      return super.handle(request, response, callback);
    }
    TileAnswers.Answer atOnce = answers.findAnswer(tile);
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

  /** Whether it may be for a tile, from anybody, by a client that takes gzip. */
  private static boolean isPlain(Request request) {
    if (!request.getHttpURI().getPath().startsWith(TileAddresses.PREFIX)
        || !HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return false;
    }
    HttpFields headers = request.getHeaders();
    return headers.contains(HttpHeader.ACCEPT_ENCODING, "gzip")
        && !headers.contains(HttpHeader.AUTHORIZATION)
        && !headers.contains(HttpHeader.COOKIE);
  }

  private static void write(
      TileAnswers.Answer answer, Request request, Response response, Callback callback) {
    int status = answer.status();
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, answer.etag());
    headers.put(HttpHeader.CACHE_CONTROL, answer.cacheControl());
    headers.put(VARY);
    response.setStatus(status);
    if (status != 200) {
      callback.succeeded();
      return;
    }
    headers.put(TYPES[answer.format().ordinal()]);
    headers.put(GZIP);
    headers.put(HttpHeader.CONTENT_LENGTH, answer.tile().gzip().length);
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
