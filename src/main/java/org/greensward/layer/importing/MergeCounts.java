package org.greensward.layer.importing;

/** What a merge did to one table: rows added, changed, ended (now in history) and left alone. */
public record MergeCounts(long added, long changed, long ended, long unchanged) {}
