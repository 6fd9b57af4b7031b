package org.zhengtong.services.queue.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;

/**
 * Reception.
 *
 * @param halls in which the clerk's body has windows
 * @param board empty when the hall gives no numbers
 */
public record ReceptionView(List<Hall> halls, Optional<Hall> hall, Optional<Board> board) {}
