package org.greensward.download;

import org.greensward.refusal.Refusal;

/** A licence does not let the public have what was asked for. */
public class NotOpen extends Refusal {
  NotOpen(String sentence) {
    super(sentence);
  }
}
