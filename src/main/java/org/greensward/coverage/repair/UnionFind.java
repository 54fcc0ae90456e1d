package org.greensward.coverage.repair;

import java.util.Arrays;

/** Joins numbers into groups, each known by its lowest member (a union-find). */
final class UnionFind {
  private final int[] parents;

  UnionFind(int size) {
    parents = new int[size];
    Arrays.setAll(parents, i -> i);
  }

  int find(int member) {
    while (parents[member] != member) {
      parents[member] = parents[parents[member]];
      member = parents[member];
    }
    return member;
  }

  void join(int a, int b) {
    int low = Math.min(find(a), find(b));
    int high = Math.max(find(a), find(b));
    parents[high] = low;
  }
}
