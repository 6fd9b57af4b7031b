package org.zhengtong.people.clients.web;

import java.util.List;
import org.zhengtong.people.clients.AllowedClients;

/** @param ended whether one has just been ended */
public record MyClientsView(List<AllowedClients.Allowed> clients, boolean ended) {}
