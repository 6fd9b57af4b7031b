package org.zhengtong.services.machines.bridge;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** The page of a bridge without a reader: whoever opens it lays a card by typing what stands on it. */
final class SimulatorPage {
    private final HandedCards reader;

    SimulatorPage(HandedCards reader) {
        this.reader = reader;
    }

    void answer(HttpExchange exchange) throws IOException, InterruptedException {
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 200, "");
            return;
        }
        Map<String, String> card = Bridge.values(Bridge.body(exchange));
        boolean taken = reader.lay(new Card(card.getOrDefault("name", ""), card.getOrDefault("number", "")));
        send(exchange, taken ? 200 : 409, taken ? "读到了。" : "没有页面在等刷卡：请先在自助机上点“刷身份证”。");
    }

    private static void send(HttpExchange exchange, int status, String said) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; form-action 'self'");
        Bridge.send(exchange, status, "text/html", """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>模拟读卡器</title>
                <h1>模拟读卡器</h1><p>这台机器没有真的读卡器。填上身份证上的姓名和号码，就当刷了卡。</p><p role="status">%s</p>
                <form method="post" action="/"><p><label>姓名 <input name="name" required></label></p>
                <p><label>身份证号 <input name="number" required pattern="[0-9]{17}[0-9X]"></label></p>
                <p><button>刷卡</button></p></form></html>""".formatted(said));
    }
}
