package org.greensward.exchange.write;

/** What the values of a field are. */
public enum FieldType {
  TEXT,
  WHOLE,
  NUMBER,
  DATE
}
