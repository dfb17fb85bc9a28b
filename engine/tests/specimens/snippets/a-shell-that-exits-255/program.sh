echo "no more"
exit 255
