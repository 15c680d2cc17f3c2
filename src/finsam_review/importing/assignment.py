"""Owns the globally best pairing of two lists by scores, so that one good pair never spoils two others."""

from __future__ import annotations

from collections.abc import Sequence

_FAR = float("inf")


def best_pairs(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) whose scores add up to most, each row and column at most once.

    The Hungarian method with potentials, cubic in the longer side. Pairs that score 0 or less are left out.
    """
    rows, columns = len(scores), len(scores[0]) if scores else 0
    if not rows or not columns:
        return []
    if rows > columns:
        turned = [[scores[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in best_pairs(turned))
    owner = _solve([[-score for score in row] for row in scores], rows, columns)
    pairs = ((owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column])
    return sorted((row, column) for row, column in pairs if scores[row][column] > 0)


def _solve(costs: list[list[float]], rows: int, columns: int) -> list[int]:
    """Return for each column, from 1, the row from 1 that owns it; 0 for none."""
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        came_from = _augment(costs, owner, row_price, column_price)
        column = came_from.pop()
        while column:
            before = came_from[column]
            owner[column] = owner[before]
            column = before
    return owner


def _augment(
    costs: list[list[float]], owner: list[int], row_price: list[float], column_price: list[float]
) -> list[int]:
    """Return for each column the one before it on the cheapest path, and last the free column it ends in."""
    size = len(owner)
    least, done, came_from = [_FAR] * size, [False] * size, [0] * size
    column = 0
    while owner[column]:
        done[column] = True
        row, step, following = owner[column], _FAR, 0
        for other in range(1, size):
            if done[other]:
                continue
            cost = costs[row - 1][other - 1] - row_price[row] - column_price[other]
            if cost < least[other]:
                least[other], came_from[other] = cost, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(size):
            if done[other]:
                row_price[owner[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    return [*came_from, column]
