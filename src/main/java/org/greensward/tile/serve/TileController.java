package org.greensward.tile.serve;

import java.util.concurrent.CompletionStage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tiles for whom {@link TileHandler} does not answer: clients that don't take gzip, those who sign
 * in, and everybody who is to be told what is wrong with the address.
 */
@RestController
class TileController {
  private final TileRequestParser addresses;
  private final TileResponses answers;

  TileController(TileRequestParser addresses, TileResponses answers) {
    this.addresses = addresses;
    this.answers = answers;
  }

  /**
   * One tile. With {@code revision}, as TileJSON gives it, it may be kept for a year if nothing has
   * changed in the tile since; without, it is to be revalidated by its ETag.
   */
  @GetMapping("/tiles/{layer}/{z}/{x}/{file}")
  CompletionStage<ResponseEntity<byte[]>> tile(
      @PathVariable String layer,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String file,
      @RequestParam(required = false) String at,
      @RequestParam(required = false) Long revision,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) String encodings,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String has) {
    TileKey key = addresses.read(layer, z, x, file, at, accept);
    boolean gzip = encodings != null && encodings.contains("gzip");
    return answers
        .answer(new TileRequest(key, revision, has))
        .thenApply(answer -> response(answer, gzip));
  }

  private static ResponseEntity<byte[]> response(TileResponses.Answer answer, boolean gzip) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(answer.status())
            .header(HttpHeaders.ETAG, answer.tag().etag())
            .header(HttpHeaders.CACHE_CONTROL, answer.life().field().getValue())
            .header(HttpHeaders.VARY, "Accept-Encoding, Accept");
    if (answer.status() != 200) {
      return response.build();
    }
    response.header(HttpHeaders.CONTENT_TYPE, answer.format().mediaType());
    return gzip
        ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(answer.tile().gzip())
        : response.body(answer.tile().bytes());
  }
}
