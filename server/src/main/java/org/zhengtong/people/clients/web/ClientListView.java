package org.zhengtong.people.clients.web;

import java.util.List;
import org.zhengtong.people.clients.Clients;

public record ClientListView(List<Clients.Summary> clients) {}
