package org.zhengtong.services.halls.web;

import java.util.List;
import org.zhengtong.services.halls.Hall;

/** All halls. */
public record HallsView(List<Hall> halls) {}
